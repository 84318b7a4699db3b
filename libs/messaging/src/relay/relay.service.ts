import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { runRelay, type RelayHealth, type RelayOptions } from '#messaging/relay/relay';
import { BEGINNING } from '#event-sourcing/position';

/** Relays while the application runs. */
export class RelayService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private current: RelayHealth = { state: 'waiting', position: BEGINNING };
  private run: Promise<void> | undefined;

  constructor(private readonly options: RelayOptions) {}

  onApplicationBootstrap(): void {
    this.run = runRelay(this.options, this.stopping.signal, (health) => (this.current = health));
  }

  /** What is being sent is acknowledged first. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.run;
    await this.options.feed.close().catch(() => undefined);
  }

  health(): RelayHealth {
    return this.current;
  }
}
