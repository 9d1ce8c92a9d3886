import { expect, test } from 'vitest';
import { uploadRoom } from '../../hub/platform/upload-room.ts';

const busy = expect.objectContaining({ code: 'request.files-busy', status: 503 });

test('so many bytes are taken in at once, of all requests together', () => {
  const room = uploadRoom(100);
  const [one, other] = [room(), room()];
  one.take(60);
  other.take(40);
  expect(() => other.take(1)).toThrow(busy);
  one.release();
  other.take(60);
  expect(() => other.take(1)).toThrow(busy);
});

test('what is given up gives its room back once, and takes none afterwards', () => {
  const room = uploadRoom(100);
  const gone = room();
  gone.take(80);
  gone.release();
  gone.release();
  gone.take(90);
  room().take(100);
  expect(() => room().take(1)).toThrow(busy);
});
