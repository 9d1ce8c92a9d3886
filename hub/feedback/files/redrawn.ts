import { FeedbackInvalid } from '../errors.ts';

const mostPixels = 64_000_000;
const longestSide = 2_560;
const thumbnailSide = 320;
const withinSeconds = 60;

/**
 * The picture drawn anew from its pixels, turned as it was meant to be looked at: nothing of the file that was given
 * is left but what is seen. Runs in threads of libvips, not in ours.
 *
 * @throws {FeedbackInvalid}
 */
export async function redrawn(format: 'jpeg' | 'png' | 'webp', content: Uint8Array): Promise<Uint8Array> {
  const sharp = await library();
  const input = { limitInputPixels: mostPixels, failOn: 'error' } as const;
  try {
    const { width, height } = await sharp(content, { ...input, limitInputPixels: false }).metadata();
    if (width * height > mostPixels) throw new FeedbackInvalid('file-size');
    const picture = sharp(content, input)
      .timeout({ seconds: withinSeconds })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
    const drawn = {
      jpeg: () => picture.jpeg({ quality: 82 }),
      png: () => picture.png(),
      webp: () => picture.webp({ quality: 82 }),
    }[format]();
    return new Uint8Array(await drawn.toBuffer());
  } catch (error) {
    throw error instanceof FeedbackInvalid ? error : new FeedbackInvalid('file-type');
  }
}

/** A small JPEG of a picture that was redrawn before, to be looked at in a list. @throws {FeedbackInvalid} */
export async function thumbnail(content: Uint8Array): Promise<Uint8Array> {
  const sharp = await library();
  try {
    const small = sharp(content, { limitInputPixels: mostPixels })
      .timeout({ seconds: withinSeconds })
      .resize({ width: thumbnailSide, height: thumbnailSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 70 });
    return new Uint8Array(await small.toBuffer());
  } catch {
    throw new FeedbackInvalid('file-type');
  }
}

/** Loaded when the first picture comes: a command that looks at none does not wait for it. */
async function library() {
  const { default: sharp } = await import('sharp');
  // One worker thread for each picture and no memory of earlier ones.
  sharp.concurrency(1);
  sharp.cache(false);
  // Readers of formats we do not take stay shut, whatever the bytes claim.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
  return sharp;
}
