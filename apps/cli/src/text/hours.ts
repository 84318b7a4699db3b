const figures = new Intl.NumberFormat('nl-NL');

/** Hours and minutes: `120:55`. */
export const hours = (minutes: number): string =>
  `${figures.format(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;
