/**
 * A Date whose local fields are its UTC fields: what date-fns is handed as `in`, so that it reckons in UTC on every
 * host. The `tz('UTC')` of @date-fns/tz does not do: on a host whose zone once skipped a day (Pacific/Apia,
 * 2011-12-30) its setters land a day late.
 */
class UtcDate extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getDay(): number {
    return this.getUTCDay();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override getMinutes(): number {
    return this.getUTCMinutes();
  }
  override getSeconds(): number {
    return this.getUTCSeconds();
  }
  override getMilliseconds(): number {
    return this.getUTCMilliseconds();
  }
  override getTimezoneOffset(): number {
    return 0;
  }
  override setFullYear(...fields: Parameters<Date['setFullYear']>): number {
    return this.setUTCFullYear(...fields);
  }
  override setMonth(...fields: Parameters<Date['setMonth']>): number {
    return this.setUTCMonth(...fields);
  }
  override setDate(...fields: Parameters<Date['setDate']>): number {
    return this.setUTCDate(...fields);
  }
  override setHours(...fields: Parameters<Date['setHours']>): number {
    return this.setUTCHours(...fields);
  }
}

/** The options that make a date-fns function read and write the days of UTC. */
export const inUtc = { in: (value: Date | number | string): Date => new UtcDate(value) };
