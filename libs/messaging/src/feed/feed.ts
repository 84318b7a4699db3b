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

/** What a receiver follows. Receivers of one group share the work; a group that is new begins at the oldest message. */
export interface Following {
  readonly group: string;
  readonly topics: readonly string[];
  /** Takes one message. When it rejects, the same message comes again after a while, and none behind it before that. */
  readonly take: (message: ReceivedMessage) => Promise<void>;
  /** `offset-gone`: messages that were not yet taken are no longer kept; rewind by the feed over HTTP. */
  readonly onTrouble?: (trouble: 'offset-gone' | 'disturbed') => void;
}

/** Receives messages until it is closed; the message in hand is finished first. */
export interface FeedConsumer {
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
