/** Whether PostgreSQL itself refused the statement, so that nothing of it stands and the connection lives. */
export const refusedByServer = (error: unknown): boolean =>
  error instanceof Error && 'severity' in error && error.severity === 'ERROR';
