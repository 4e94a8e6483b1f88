// Pictures for the tests, drawn here: nobody's photographs.

import { crc32, deflateSync } from 'node:zlib';

/** A PNG whose points `colour(x, y)` gives, x and y from 0 to 1, as three numbers to 255. */
function png(width, height, colour) {
  const line = width * 3 + 1;
  const points = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [red, green, blue] = colour(x / width, y / height);
      points.set([red, green, blue], y * line + 1 + x * 3);
    }
  }
  const chunk = (name, content) => {
    const body = Buffer.concat([Buffer.from(name), content]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const packed = deflateSync(points, { level: 1 });
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))]);
}

/** A made-up river with a boat below a sky; each `seed` has its own hour and hills. */
export function landscape(seed, width, height) {
  const hour = (seed % 5) / 5;
  const mix = (from, to, part) => from.map((value, at) => value + (to[at] - value) * part);
  // Grain, as a camera makes it; the same each time.
  let state = seed * 2654435761 + 1;
  const grain = () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return (state / 4294967296 - 0.5) * 9;
  };
  const shape = width / height;
  return png(width, height, (x, y) => {
    const hill = 0.5 + 0.06 * Math.sin(x * 5 + seed * 1.7) + 0.03 * Math.sin(x * 13 + seed);
    const far = 0.46 + 0.05 * Math.sin(x * 3 + seed * 2.3);
    const [sunX, sunY] = [0.2 + 0.6 * hour, 0.22 + 0.05 * (seed % 3)];
    let colour = mix([96 + 90 * hour, 158, 214 - 60 * hour], [250, 224 - 20 * hour, 190], y * 1.7);
    if (Math.hypot((x - sunX) * shape, y - sunY) < 0.07) colour = [255, 244, 205];
    if (y > far) colour = [120, 158, 150];
    if (y > hill) colour = mix([52, 110, 70], [30, 80, 50], (y - hill) * 3);
    if (y > 0.66) {
      const wave = Math.sin(y * 260 + Math.sin(x * 30 + seed) * 3) * 8;
      colour = mix([120 + 40 * hour, 160, 178], [60, 104, 124], (y - 0.66) * 2.6).map((value) => value + wave);
    }
    const [boatX, boatY] = [(x - 0.3 - 0.4 * hour) * shape, y - 0.76];
    if (Math.abs(boatX) < 0.16 && boatY > boatX * boatX * 1.4 - 0.03 && boatY < 0.035) colour = [58, 40, 30];
    if (Math.abs(boatX) < 0.06 && boatY > -0.09 && boatY < -0.02) colour = [176, 66, 48];
    const noise = grain();
    return colour.map((value) => Math.max(0, Math.min(255, Math.round(value + noise))));
  });
}

/** A made-up letter: lines where words would be. */
export function letter(width, height) {
  return png(width, height, (x, y) => {
    const line = Math.floor(y * 46);
    const inLine = (y * 46) % 1;
    const end = line % 7 === 6 ? 0.5 : 0.88;
    const word = Math.sin(x * 90 + line * 3) > -0.7;
    const ink = line > 6 && line < 38 && x > 0.12 && x < end && inLine > 0.3 && inLine < 0.62 && word;
    const head = line > 1 && line < 4 && x > 0.3 && x < 0.7 && inLine > 0.2 && inLine < 0.8;
    return ink || head ? [40, 44, 60] : [250, 249, 244];
  });
}
