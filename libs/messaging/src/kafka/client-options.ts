/** Short, for whoever uses the feed tries again itself and can be asked meanwhile how it is doing. */
export const RETRY = { initialRetryTime: 100, maxRetryTime: 1000, retries: 6 };
