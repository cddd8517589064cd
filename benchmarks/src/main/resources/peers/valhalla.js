// Times one matrix of Valhalla: MODULES OSM FOLDER POINTS COSTING. The tiles are built once per folder, outside the time.
const { execFileSync } = require("child_process");
const fs = require("fs");
const path = require("path");

const [modules, osm, folder, pointsFile, costing] = process.argv.slice(2);
const valhalla = path.join(modules, "@valhallajs", "valhallajs");
const config = path.join(folder, "valhalla.json");
const cli = (...args) =>
  execFileSync(process.execPath, [path.join(valhalla, "bin", "valhalla-cli.js"), ...args], {
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 1 << 28,
  });

if (!fs.existsSync(config)) {
  const tiles = path.join(folder, "valhalla-tiles");
  fs.mkdirSync(tiles, { recursive: true });
  const limits = ["auto", "motorcycle", "truck"].flatMap((kind) => [
    `--service-limits-${kind}-max-matrix-location-pairs`,
    "1100000",
  ]);
  const text = cli("build_config", "--mjolnir-tile-dir", tiles, ...limits);
  const part = config + ".part";
  fs.writeFileSync(part, text);
  cli("build_tiles", "-c", part, osm);
  fs.renameSync(part, config);
}

const points = fs
  .readFileSync(pointsFile, "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(" ").map(Number))
  .map(([lat, lon]) => ({ lat, lon }));

(async () => {
  const { Actor } = require(valhalla);
  const actor = await Actor.fromConfigFile(config);
  // a small matrix first, so that tiles are in memory
  await actor.matrix({ sources: points.slice(0, 10), targets: points.slice(0, 10), costing, verbose: false });
  const begin = process.hrtime.bigint();
  await actor.matrix({ sources: points, targets: points, costing, verbose: false });
  console.log(`\nvalhalla-millis ${Number(process.hrtime.bigint() - begin) / 1e6}`);
})().catch((trouble) => {
  console.error(trouble);
  process.exit(1);
});
