/** A message of a feed. Messages of one key keep their order within a topic. */
export interface FeedMessage {
  readonly topic: string;
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A message as it was received, with its place. */
export interface ReceivedMessage extends FeedMessage {
  readonly partition: number;
  readonly offset: string;
}

/** Sends messages. At least once: whoever is not sure that something was sent sends it again, in the same order. */
export interface FeedProducer {
  /**
   * Sends all of these, in their order. Resolves once every replica that is in step holds them; rejects when that is
   * not sure, in which case some, all or none of them were sent.
   */
  send(messages: readonly FeedMessage[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * What a receiver follows. Receivers of one group share the work; a group that is new begins at the oldest message. When
 * messages that the group did not take are no longer kept, a rewind comes first.
 */
export interface Following {
  readonly group: string;
  readonly topics: readonly string[];
  /** Takes one message. When it rejects, the same message comes again after a while, and none behind it before that. */
  readonly take: (message: ReceivedMessage) => Promise<void>;
  /**
   * Brings what is no longer kept by another way: all that was sent until it was called, at least, of what the receiver
   * handles (that of `kafkaSource`: what happened in the casus, and nothing of homes). Nothing is taken before it settles; it
   * settles early when the signal aborts. Without it, nothing more is taken then.
   */
  readonly rewind?: (signal: AbortSignal) => Promise<void>;
  /** `offset-gone`: messages that were not taken are no longer kept, and a rewind begins. */
  readonly onTrouble?: (trouble: 'offset-gone' | 'disturbed', fault?: unknown) => void;
  /** Messages come in, none before them is missing, and each is taken: told each time that it comes to that. */
  readonly onWell?: () => void;
}

/** Receives messages until it is closed; the message in hand is finished first. */
export interface FeedConsumer {
  /** Settles when it receives no more by itself, for something that does not pass: whoever follows begins anew. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** A feed. What it cannot do now it rejects with an error; its text never holds a message. */
export interface Feed {
  /** Makes the topics that are not there. Rejects when one is refused. */
  ensureTopics(topics: readonly string[]): Promise<void>;
  producer(): Promise<FeedProducer>;
  follow(following: Following): Promise<FeedConsumer>;
  close(): Promise<void>;
}
