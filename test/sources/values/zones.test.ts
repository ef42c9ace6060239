import { describe, expect, it } from 'vitest';
import { isTimezone } from '../../../src/period/index.ts';
import { zoneNamed } from '../../../src/sources/values/zones.ts';
import { dateExpression } from '../../../src/warehouse/values/date.ts';
import { makeColumn } from '../../warehouse/values/column.ts';

const { through } = makeColumn();

/** The names of Rails, of which exports choose theirs, with the offset of each from UTC on 1 July 2021 in minutes. */
const summer: Readonly<Record<string, number>> = {
  'International Date Line West': -720, 'Midway Island': -660, 'American Samoa': -660, Hawaii: -600, Alaska: -480,
  'Pacific Time (US & Canada)': -420, Tijuana: -420, 'Mountain Time (US & Canada)': -360, Arizona: -420, Chihuahua: -360,
  Mazatlan: -360, 'Central Time (US & Canada)': -300, Saskatchewan: -360, Guadalajara: -300, 'Mexico City': -300,
  Monterrey: -300, 'Central America': -360, 'Eastern Time (US & Canada)': -240, 'Indiana (East)': -240, Bogota: -300,
  Lima: -300, Quito: -300, 'Atlantic Time (Canada)': -180, Caracas: -240, 'La Paz': -240, Santiago: -240,
  Newfoundland: -150, Brasilia: -180, 'Buenos Aires': -180, Montevideo: -180, Georgetown: -240, 'Puerto Rico': -240,
  Greenland: -120, 'Mid-Atlantic': -120, Azores: 0, 'Cape Verde Is.': -60, Dublin: 60, Edinburgh: 60, Lisbon: 60,
  London: 60, Casablanca: 60, Monrovia: 0, UTC: 0, Belgrade: 120, Bratislava: 120, Budapest: 120, Ljubljana: 120,
  Prague: 120, Sarajevo: 120, Skopje: 120, Warsaw: 120, Zagreb: 120, Brussels: 120, Copenhagen: 120, Madrid: 120,
  Paris: 120, Amsterdam: 120, Berlin: 120, Bern: 120, Zurich: 120, Rome: 120, Stockholm: 120, Vienna: 120,
  'West Central Africa': 60, Bucharest: 180, Cairo: 120, Helsinki: 180, Kyiv: 180, Riga: 180, Sofia: 180, Tallinn: 180,
  Vilnius: 180, Athens: 180, Istanbul: 180, Minsk: 180, Jerusalem: 180, Harare: 120, Pretoria: 120, Kaliningrad: 120,
  Moscow: 180, 'St. Petersburg': 180, Volgograd: 180, Samara: 240, Kuwait: 180, Riyadh: 180, Nairobi: 180, Baghdad: 180,
  Tehran: 270, 'Abu Dhabi': 240, Muscat: 240, Baku: 240, Tbilisi: 240, Yerevan: 240, Kabul: 270, Ekaterinburg: 300,
  Islamabad: 300, Karachi: 300, Tashkent: 300, Chennai: 330, Kolkata: 330, Mumbai: 330, 'New Delhi': 330,
  Kathmandu: 345, Dhaka: 360, 'Sri Jayawardenepura': 330, Almaty: 360, Astana: 360, Novosibirsk: 420, Rangoon: 390, Bangkok: 420,
  Hanoi: 420, Jakarta: 420, Krasnoyarsk: 420, Beijing: 480, Chongqing: 480, 'Hong Kong': 480, Urumqi: 360,
  'Kuala Lumpur': 480, Singapore: 480, Taipei: 480, Perth: 480, Irkutsk: 480, Ulaanbaatar: 480, Seoul: 540,
  Osaka: 540, Sapporo: 540, Tokyo: 540, Yakutsk: 540, Darwin: 570, Adelaide: 570, Canberra: 600, Melbourne: 600,
  Sydney: 600, Brisbane: 600, Hobart: 600, Vladivostok: 600, Guam: 600, 'Port Moresby': 600, Magadan: 660,
  Srednekolymsk: 660, 'Solomon Is.': 660, 'New Caledonia': 660, Fiji: 720, Kamchatka: 720, 'Marshall Is.': 720,
  Auckland: 720, Wellington: 720, "Nuku'alofa": 780, 'Tokelau Is.': 780, 'Chatham Is.': 765, Samoa: 780,
}; // biome-ignore format: a table

/** What an abbreviation says, in minutes, summer or winter. */
const fixed: Readonly<Record<string, number>> = {
  GMT: 0, Z: 0, WET: 0, BST: 60, WEST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180, EST: -300, EDT: -240, CST: -360,
  CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, AKST: -540, AKDT: -480, HST: -600, JST: 540, AEST: 600, AEDT: 660,
}; // biome-ignore format: a table

const midsummer = Date.UTC(2021, 6, 1);
const offsetOf = (zone: string, instant: number): number => {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return (Date.parse(`${shown.format(instant).replace(' ', 'T')}Z`) - instant) / 60_000;
};

describe('zones by other names', () => {
  it.each(Object.entries(summer))('%s is %d minutes from UTC in July 2021', (name, minutes) => {
    const zone = zoneNamed(name);
    expect(isTimezone(zone)).toBe(true);
    expect(offsetOf(zone, midsummer)).toBe(minutes);
  });

  it.each(Object.entries(fixed))('%s is %d minutes from UTC in summer and winter', (name, minutes) => {
    const zone = zoneNamed(name);
    expect([midsummer, Date.UTC(2021, 0, 1)].map((instant) => offsetOf(zone, instant))).toEqual([
      minutes,
      minutes,
    ]);
  });

  it('are known to the engine, each with the day the runtime gives', async () => {
    for (const name of [...Object.keys(summer), ...Object.keys(fixed)]) {
      const zone = zoneNamed(name);
      const texts = ['2021-07-01 06:30:00', '2021-07-01 18:30:00'];
      const days = await through(
        (column) => dateExpression(column, { order: 'ymd', offset: false }, 'UTC', `'${zone}'`),
        texts,
      );
      const minutes = offsetOf(zone, midsummer);
      const wanted = texts.map((text) =>
        new Date(Date.parse(`${text.replace(' ', 'T')}Z`) - minutes * 60_000).toISOString().slice(0, 10),
      );
      expect({ name, days }).toEqual({ name, days: wanted });
    }
  });

  it.each(['Europe/Paris', 'Nowhere', 'paris', 'constructor', ''])(
    'a name of none of them stays: %j',
    (name) => {
      expect(zoneNamed(name)).toBe(name);
    },
  );
});
