import type { Schema } from '#platform/database/migrate';
import { readModelMigrations } from '#read-models/migrations';

/** The schema of the read models. */
export const READ_SCHEMA: Schema = { name: 'read', migrations: readModelMigrations };
