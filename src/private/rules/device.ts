import type { Rule } from '../rule.ts';

const FIELD =
  /\b((?:client|user|remote|visitor|viewer|my|request|customer|end_?user)_?(?:ip|ip_?addr(?:ess)?|addr)|ip_?address|x_?forwarded_?for|wgclientip|device_?id|device_?uuid|udid|idfa|gaid|advertising_?id|machine_?id|hardware_?id|imei)["']?\s*[:=]\s*["']([\w.:-]{7,100})["']/g;
const HEADER =
  /^(?:x-forwarded-for|x-real-ip|x-client-ip|cf-connecting-ip|x-originating-ip|true-client-ip):[ \t]*([\d.a-f:, [\]]{7,200})/gim;

/** Addresses that no machine of a reader has. */
const NOBODY = /^(?:127\.|0\.0\.0\.0|::1?$|localhost)/;

/** Addresses of a reader's network and numbers of a machine, where a page or a log repeats them. */
export const device: Rule = function* ({ text, lower, role }) {
  if (role !== 'text') return;
  if (/ip|addr|forwarded|device|udid|idfa|gaid|advertising|machine|hardware|imei/.test(lower)) {
    for (const { 0: whole, 1: name = '', 2: value = '', index } of lower.matchAll(FIELD)) {
      const isNumber = /id|imei|gaid|idfa/i.test(name) && !/ip|addr/i.test(name);
      if (NOBODY.test(value)) continue;
      if (
        isNumber
          ? !(/\d/.test(value) && value.length >= 14)
          : !/^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f:]{7,})$/i.test(value)
      )
        continue;
      const start = index + whole.lastIndexOf(value);
      yield { kind: 'device', start, end: start + value.length, name };
    }
  }
  if (!/-for:|-ip:/.test(lower)) return;
  for (const { 0: whole, 1: value = '', index } of text.matchAll(HEADER)) {
    const start = index + whole.length - value.length;
    yield { kind: 'device', start, end: start + value.length, name: 'address of the network' };
  }
};
