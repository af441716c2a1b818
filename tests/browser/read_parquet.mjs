// Prints rows and sums of whole-number columns of Parquet files, as JSON: `{"table": [rows, {"column": sum}]}`.
//
// node read_parquet.mjs CURRENT '{"table": ["column", …], …}'

import { readdirSync } from "node:fs";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";

const [folder, wanted] = process.argv.slice(2);
const found = {};
for (const [table, columns] of Object.entries(JSON.parse(wanted))) {
  const sums = Object.fromEntries(columns.map((column) => [column, 0]));
  let count = 0;
  for (const name of readdirSync(`${folder}/${table}`).sort()) {
    const file = await asyncBufferFromFile(`${folder}/${table}/${name}`);
    const rows = await parquetReadObjects({ file, compressors });
    count += rows.length;
    for (const column of columns) {
      for (const row of rows) sums[column] += Number(row[column] ?? 0);
    }
  }
  found[table] = [count, sums];
}
console.log(JSON.stringify(found));
