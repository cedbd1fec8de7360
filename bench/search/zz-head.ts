import { readFileSync } from 'node:fs'; import { gunzipSync, gzipSync } from 'node:zlib';
import { ByteReader } from '../../src/model/search/files/bytes.ts';
const raw = readFileSync(process.argv[2]!); const b = raw[0]===0x1f ? gunzipSync(raw) : raw; const r = new ByteReader(b);
const z=(x: any)=>gzipSync(x,{level:9}).length;
const head = r.text(); const cols = r.bytes(); const names = r.text();
console.log('file', raw.length, 'head', head.length, z(head), 'cols', cols.length, z(cols), 'names', names.length, z(names));
const h = JSON.parse(head); for (const k of Object.keys(h)) console.log(k, JSON.stringify(h[k]).length, z(JSON.stringify(h[k])));
console.log(names.slice(0,600)); const n = JSON.parse(names); console.log(n.records.length);
