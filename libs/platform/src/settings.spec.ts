import { readSettings, WrongSettings } from '#platform/settings';

describe('settings', () => {
  it('have a default for whatever is left out or empty', () => {
    expect(readSettings({ AANZET_PORT: '' })).toEqual({
      AANZET_HOME: '.aanzet',
      AANZET_HOST: '127.0.0.1',
      AANZET_PORT: 3000,
      OTEL_METRIC_EXPORT_INTERVAL: 60_000,
      AANZET_LOG_LEVEL: 'info',
    });
  });

  it('are read in the form in which they are used', () => {
    const settings = readSettings({
      AANZET_NOW: '2026-11-20T12:00:00+01:00',
      AANZET_PORT: '8080',
      DATABASE_URL: 'postgres://x/y',
    });
    expect(settings).toMatchObject({ AANZET_NOW: '2026-11-20T11:00:00.000Z', AANZET_PORT: 8080 });
  });

  it('name every variable that does not fit, and what is right', () => {
    const wrong = () => readSettings({ AANZET_PORT: '99999', AANZET_NOW: 'noon', DATABASE_URL: 'mysql://x' });
    expect(wrong).toThrow(WrongSettings);
    expect(wrong).toThrow(
      /DATABASE_URL must be .*\nAANZET_NOW must be .*\nAANZET_PORT must be a whole number from 0 to 65535/,
    );
  });

  it('does not repeat what was given: it may hold a password', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://user:secret@x' })).not.toThrow(/secret/);
  });
});
