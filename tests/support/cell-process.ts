import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csv, memberHeader, smallProvince } from '../people/given.ts';
import { done, installation, startHub, type Installation } from './process.ts';

/** A hub's process with the small province, in whose cell A leads B and E. */
export async function cellProcess(): Promise<{ house: Installation; end(): Promise<void> }> {
  const house = await installation();
  const file = (name: string, content: Uint8Array) => {
    const path = join(house.dataDir, name);
    writeFileSync(path, content);
    return path;
  };
  const members = csv(
    memberHeader,
    'A,Nguyễn Văn An,X1-C,secretary,official,,,',
    'B,Trần Thị Bình,X1-C,,official,,,',
    'E,Phạm Thị Én,X1-C,,official,,,',
  );
  await done(house.environment, 'import', 'units', file('units.csv', Buffer.from(smallProvince)));
  await done(house.environment, 'import', 'members', file('members.csv', Buffer.from(members)));
  const hub = await startHub(house.environment, '--roles', 'web');
  return {
    house,
    async end() {
      await hub.end();
      await house.remove();
    },
  };
}
