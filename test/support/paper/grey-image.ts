/** A page or a code as grey pixels, 0 black to 255 white. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Reads a binary PGM (P5), what `pdftoppm -gray` writes. */
export function parsePgm(bytes: Uint8Array): GreyImage {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 64)));
  if (!head) throw new Error('not a P5 image');
  const [whole, width, height] = head;
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(whole.length) };
}

/** What a ward scanner does to a page: turned a little, out of focus, less contrast, noisy. Seeded, so that a run repeats. */
export function degrade(image: GreyImage, { degrees = 1.3, noise = 20, seed = 7 } = {}): GreyImage {
  const { width, height } = image;
  const turned = new Float32Array(width * height);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dx = x - width / 2;
      const dy = y - height / 2;
      turned[y * width + x] = sample(image, width / 2 + dx * cos + dy * sin, height / 2 - dx * sin + dy * cos);
    }
  }
  const random = randomFrom(seed);
  const pixels = new Uint8Array(width * height).fill(248);
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = y * width + 1; at < y * width + width - 1; at += 1) {
      const near =
        (turned[at - 1] ?? 0) + (turned[at + 1] ?? 0) + (turned[at - width] ?? 0) + (turned[at + width] ?? 0);
      const corners =
        (turned[at - width - 1] ?? 0) +
        (turned[at - width + 1] ?? 0) +
        (turned[at + width - 1] ?? 0) +
        (turned[at + width + 1] ?? 0);
      const faded = 40 + ((4 * (turned[at] ?? 0) + 2 * near + corners) / 16) * 0.8;
      pixels[at] = Math.max(0, Math.min(255, faded + (random() - 0.5) * 2 * noise));
    }
  }
  return { width, height, pixels };
}

function sample({ width, height, pixels }: GreyImage, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255;
  const fx = x - left;
  const fy = y - top;
  const at = top * width + left;
  const upper = (pixels[at] ?? 255) * (1 - fx) + (pixels[at + 1] ?? 255) * fx;
  const lower = (pixels[at + width] ?? 255) * (1 - fx) + (pixels[at + width + 1] ?? 255) * fx;
  return upper * (1 - fy) + lower * fy;
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
