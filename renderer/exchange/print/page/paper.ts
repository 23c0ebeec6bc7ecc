/** Paper sizes offered; the same two as the printing port's. */
export type Paper = 'A4' | 'Letter';
