/** Weights per column (German, English, unknown language), then label (negative, neutral, positive), then feature. */
export const CALIBRATION: readonly (readonly number[])[] = [0, 1, 2].map(() => [
  0, 1, -0.5, -1.2, 0.5, 0, -0.3, 0, 0.3, 0, 0, 0.5, 0.5, 0.3, 0, 0, 0, 0, 0, 0.6, 0, 0, 0, 0, 0, 0,
  0.8, 0, 0.2, 0, 0, 0, 0, 0, 0.3, 0, 0, 0, 0, -0.5, 1, 1.2, 0, 0.5, 0.3, 0, 0, 0, 0.2, 0, 0, 0, 0,
  0, 0, 0, 0,
]);
