import { Option } from 'commander';

/** Which database is used; an empty address is as good as none. */
export const databaseOption = (): Option =>
  new Option('--database <url>', 'your own PostgreSQL, 15 or newer')
    .env('DATABASE_URL')
    .argParser((url: string) => (url === '' ? undefined : url));
