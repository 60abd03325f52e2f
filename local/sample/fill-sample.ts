import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { type DemoPerson, signIn } from '../demo/demo-client.ts';
import { startServer } from '../server/start-server.ts';
import { addUser } from '../users/users.ts';
import { makeSampleDocuments } from './sample-documents.ts';
import { SAMPLE_PEOPLE, type SamplePerson, samplePassword } from './sample-people.ts';

/** The organs of the examples. */
const ORGANS = join(import.meta.dirname, '../../examples/organs.json');

/** Someone of a sample office, with the password that is shown once and kept nowhere. */
export interface NewSamplePerson extends SamplePerson {
  readonly password: string;
}

/** Fills a new directory with two offices, eight people and the examples at every stage. */
export async function fillSample(dir: string): Promise<readonly NewSamplePerson[]> {
  const failures: unknown[] = [];
  const report = ({ error }: { readonly error: unknown }) => void failures.push(error);
  const organsFile = await sampleOrgans();
  const server = await startServer({ dir, port: 0, organsFile, report, onRecovery: () => undefined });
  try {
    const people = SAMPLE_PEOPLE.map((person) => ({ ...person, password: samplePassword() }));
    const signedIn = new Map<string, DemoPerson>();
    for (const { password, does: _, ...person } of people) {
      await addUser(dataPaths(dir).users, { ...person, roles: [...person.roles] }, password);
      signedIn.set(`${person.organ} ${person.roles}`, await signIn(server.url, person.username, password));
    }
    const find = (organ: string, role: string) => {
      const person = signedIn.get(`${organ} ${role}`);
      if (!person) throw new Error(`No sample ${role} of ${organ}`);
      return person;
    };
    const office = (organ: string) => ({
      drafter: find(organ, 'drafter'),
      signer: find(organ, 'signer'),
      clerk: find(organ, 'clerk'),
    });
    const checker = find('dong-nai', 'checker,admin');
    await makeSampleDocuments(office('phuong-binh-long'), { ...office('dong-nai'), checker });
    if (failures.length > 0) throw failures[0];
    return people;
  } finally {
    await server.close();
    await rm(dirname(organsFile), { recursive: true });
  }
}

/** Types that most offices number in one series beside plans and letters, to be registered. */
const OTHER_TYPES = ['QuyetDinh', 'ThongBao', 'BaoCao', 'ToTrinh', 'GiayMoi', 'BienBan', 'HuongDan'];

/** The organs of the examples with one more series, and the city's ward among its units, in a file of their own. */
async function sampleOrgans(): Promise<string> {
  const profiles = z.array(organProfile).parse(JSON.parse(await readFile(ORGANS, 'utf8')));
  const withOthers = profiles.map((profile) => ({
    ...profile,
    series: [...profile.series, { name: 'van-ban-khac', types: OTHER_TYPES }],
    ...(profile.organId === 'dong-nai' && { unitOrgans: ['phuong-binh-long'] }),
  }));
  const file = join(await mkdtemp(join(tmpdir(), 'banhanh-mau-')), 'organs.json');
  await writeFile(file, JSON.stringify(withOthers));
  return file;
}
