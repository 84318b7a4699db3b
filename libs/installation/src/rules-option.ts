import { Option } from 'commander';

/** Which file of term rules holds; an empty name is as good as none. */
export const rulesOption = (): Option =>
  new Option('--rules <file>', 'a file of term rules in the place of the one that comes along')
    .env('AANZET_RULES')
    .argParser((file: string) => (file === '' ? undefined : file));
