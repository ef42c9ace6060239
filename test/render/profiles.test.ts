import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/render/width.ts';
import { profiles } from '../../src/sources/profiles/index.ts';
import { profileSchema } from '../../src/sources/profiles/profile.ts';
import { run } from '../support/cli.ts';

describe('loyalty profiles', () => {
  it.each(['en', 'fr'])('lists every profile in %s, within the page', async (lang) => {
    const { code, stdout } = await run(['profiles', '--lang', lang]);
    expect(code).toBe(0);
    for (const { id, title } of profiles()) {
      expect(stdout).toContain(title);
      expect(stdout).toMatch(new RegExp(`^ +id +${id}$`, 'm'));
    }
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it('says of one how it is known, what a row is, who the customer is, and what to beware of', async () => {
    const { stdout } = await run(['profiles', 'shopify-orders', '--format', 'table']);
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toContain('known by Name, Lineitem quantity, Financial Status, Refunded Amount');
    expect(text).toContain('a row is a line of an order; customer by e-mail; refunds in a column');
    expect(text).toContain('beware');
  });

  it('prints them all as JSON, each in the form a configuration takes', async () => {
    const { stdout } = await run(['profiles', '--format', 'json']);
    const listed = JSON.parse(stdout) as unknown[];
    expect(listed.map((one) => profileSchema.parse(one))).toEqual(profiles());
  });

  it('prints one whole', async () => {
    const { stdout } = await run(['profiles', 'typeform']);
    expect(profileSchema.parse(JSON.parse(stdout))).toEqual(profiles().find(({ id }) => id === 'typeform'));
  });

  it('refuses an id it does not know', async () => {
    const { code, stderr } = await run(['profiles', 'shoppify']);
    expect(code).toBe(2);
    expect(stderr).toContain('There is no profile "shoppify"');
  });
});
