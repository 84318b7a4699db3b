import { Option } from 'commander';

/** Which KurrentDB holds the log; an empty address is as good as none. */
export const kurrentOption = (): Option =>
  new Option('--kurrentdb <url>', 'the KurrentDB that holds the log; left out: PostgreSQL holds it')
    .env('KURRENTDB_URL')
    .argParser((url: string) => (url === '' ? undefined : url));
