// Finds: what was typed against the words of the index. No page is touched here, so that a test can run it without one.
//
// A word is compared in this order, and the first way that fits decides how much it counts: the very word; its start; the
// same word with another ending (সেবার, সেবা); the same in another spelling (ী/ি, ণ/ন, শ/ষ/স, য/জ, ঁ …); Bangla typed in
// Latin letters; and, only where nothing else fits any word, one typing error.
(() => {
  const LETTER = /[ক-হৎঅ-ঔY]/g;
  const SIGN = /[া-ৌঁ]/;
  const LATIN = /^[a-z0-9]+$/;
  // A single vowel before a hyphen belongs to the word: ই-মেইল, ই-নথি.
  const WORD = /(?:[অ-ঔ]-\s?(?=[ক-হ]))?[a-z0-9ঀ-৾\u200c\u200d]+|\b[a-z]-[a-z]+/gi;

  // One form for what looks the same: NFC has one encoding for each of য়, ড়, ঢ়; digits of one script; no joiners.
  const normal = (text) => text.normalize('NFC').toLowerCase()
    .replace(/[\s\u00ad\u200b-\u200d\ufeff-]/g, '')
    .replace(/[০-৯]/g, (digit) => digit.charCodeAt(0) - 0x9e6);

  const words = (text) => [...text.normalize('NFC').matchAll(WORD)]
    .map((found) => ({ at: found.index, end: found.index + found[0].length, word: normal(found[0]) }));

  // Signs and what stands for each of them, in pairs: 'কখ k গঘ g'.
  const table = (pairs) => {
    const signs = {};
    pairs.split(' ').forEach((group, at, all) => { if (at % 2 === 0) [...group].forEach((sign) => { signs[sign] = all[at + 1]; }); });
    return (sign) => signs[sign];
  };

  // Another spelling of the same word has the same fold. Y stands for য়, which is no য.
  const ALIKE = table('ঈ ই ী ি ঊ উ ূ ু ঋ রি ৃ ্রি ণঞ ন শষ স য জ ৎ ত্ ঁঃ ');
  const fold = (word) => word.replace(/য়/g, 'Y').replace(/[ডঢ]়/g, 'র')
    .replace(/[ঈীঊূঋৃণঞশষযৎঁঃ]/g, ALIKE)
    .replace(/ঙ্?/g, 'ং').replace(/(.)্\1/g, '$1').replace(/([সতদ])্ব/g, '$1').replace(/ো$/, '');

  const ENDINGS = 'গুলোকে গুলোতে গুলোর গুলো গুলিকে গুলির গুলি সমূহের সমূহকে সমূহে সমূহ দেরকে দের টিকে টিতে টির টি টার টা কে েতে তে য়ের ের য়ে েরা রা র ে'
    .split(' ').reduce((all, ending) => all.add(ending).add(fold(ending)), new Set());

  // The word, and what is left of it without an ending; at least two letters must be left.
  const stems = (word) => {
    const left = [...ENDINGS].filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
    if (/া(য়|Y)$/.test(word)) left.push(word.replace(/(য়|Y)$/, ''));
    return [word, ...left.filter((stem) => (stem.match(LETTER) || []).length > 1)];
  };

  // How a Bangla word sounds, in the Latin letters that people type; the vowel that is not written is left out.
  const SOUNDS = table('কখ k গঘ g ঙং ng চছ c জঝয j ঞণন n টঠতথৎ t ডঢদধ d প p ফ f বভ b ম m র r ল l শষস s হ h Y y W w '
    + 'অওো o আা a ইঈিী i উঊুূ u এে e ঐৈ oi ঔৌ ou ঋৃ ri');
  const sound = (word) => (LATIN.test(word) ? latin(word) : word
    .replace(/ওয়(?=[া-ৌ])/g, 'W').replace(/য়/g, 'Y').replace(/[ডঢ]়/g, 'র')
    .replace(/ক্ষ/g, 'ক').replace(/জ্ঞ/g, 'গ').replace(/([^র])্য/g, '$1').replace(/([সষশতদজনলধটক])্ব/g, '$1')
    .replace(/./g, (sign) => (sign === '্' ? '+' : SOUNDS(sign) || (/[a-z0-9]/.test(sign) ? sign : '')))
    .replace(/(.)\+\1/g, '$1').replace(/\+/g, ''));

  // The same letters out of what was typed: sh, ph, v, z, ee … are ways to write one sound.
  const latin = (typed) => typed
    .replace(/x/g, 'ks').replace(/q/g, 'k').replace(/c(?=[eiy])/g, 's').replace(/c(?!h)/g, 'k').replace(/chh?/g, 'c')
    .replace(/ksh|kkh/g, 'k').replace(/sh/g, 's').replace(/ph/g, 'f').replace(/([kgjtdbr])h/g, '$1')
    .replace(/v/g, 'b').replace(/z/g, 'j').replace(/ee/g, 'i').replace(/oo/g, 'u').replace(/(.)\1/g, '$1');

  const CHEAP = { ao: .4, ei: .4, ou: .4, ae: .7, jy: .3, iy: .3, bw: .4, ow: .3, uw: .3, fp: .3, cs: .5, js: .6 };
  const phonetic = {
    swap: (a, b) => CHEAP[a < b ? a + b : b + a] || 1,
    // Typed, but not there: mostly the vowel that Bangla does not write.
    more: (a) => ({ a: .05, o: .05, y: .2, h: .3, w: .3 })[a] || 1,
    less: (b) => ({ y: .2, w: .3, o: .5, h: .4, a: .8 })[b] || 1,
  };
  const mistyped = {
    swap: (a, b) => (SIGN.test(a) && SIGN.test(b) ? 1.2 : 1.4),
    more: (a) => (SIGN.test(a) ? .8 : 1),
    less: (b) => (SIGN.test(b) ? .8 : 1),
  };

  // What it costs to make one of the other: of the whole word, and of the start that comes cheapest.
  const distance = (typed, word, costs, turned) => {
    let above = [0];
    let before;
    for (let j = 1; j <= word.length; j++) above[j] = above[j - 1] + costs.less(word[j - 1]);
    for (let i = 1; i <= typed.length; i++) {
      const a = typed[i - 1];
      const row = [above[0] + costs.more(a)];
      for (let j = 1; j <= word.length; j++) {
        const b = word[j - 1];
        row[j] = Math.min(
          above[j - 1] + (a === b ? 0 : costs.swap(a, b)),
          above[j] + costs.more(a),
          row[j - 1] + costs.less(b),
          turned && i > 1 && j > 1 && a === word[j - 2] && b === typed[i - 2] ? before[j - 2] + 1 : 9,
        );
      }
      before = above;
      above = row;
    }
    const last = typed[typed.length - 1];
    return [above[word.length], Math.min(9, ...above.filter((cost, j) => word[j - 1] === last))];
  };

  // How well a typed word fits a word of the index, between 0 and 100.
  const fit = (typed, known) => {
    if (typed.word === known.word) return 100;
    if (known.word.startsWith(typed.word)) return 76 + 14 * typed.word.length / known.word.length;
    if (typed.isLatin) return 0;
    if (typed.stems.some((stem) => known.stems.includes(stem))) return 72;
    if (typed.fold === known.fold) return 66;
    if (known.fold.startsWith(typed.fold)) return 56 + 6 * typed.fold.length / known.fold.length;
    return typed.folds.some((stem) => known.folds.includes(stem)) ? 54 : 0;
  };
  const fitLatin = (typed, known, limit) => {
    // Nearly all words end here, long before they are compared letter by letter.
    const [a, b] = [typed.onset, known.onset];
    if (typed.word.length < 2 || a !== b && !CHEAP[a < b ? a + b : b + a]) return 0;
    const [whole, start] = distance(typed.sound, known.sound, phonetic);
    if (whole <= limit) return 52 - 12 * whole;
    return start <= limit && typed.sound.length > 1 ? 42 - 12 * start - 4 * (1 - typed.sound.length / known.sound.length) : 0;
  };
  const fitMistyped = (typed, known) => {
    const [a, b] = typed.isLatin ? [typed.sound, known.sound] : [typed.loose, known.loose];
    if (a.length < 4 || a[0] !== b[0] || a.length < 6 && a[a.length - 1] !== b[b.length - 1]) return 0;
    const limit = a.length > 6 ? 1.4 : a.length > 5 ? 1.2 : a.length > 4 ? 1 : .8;
    const [whole, start] = distance(a, b, typed.isLatin ? phonetic : mistyped, true);
    if (whole <= limit) return 30 - 5 * whole;
    return start <= limit && a.length > 5 ? 22 - 5 * start : 0;
  };

  const known = new Map();
  const learn = (word) => {
    if (!known.has(word)) {
      const isLatin = LATIN.test(word);
      const folded = fold(word);
      const sounds = sound(word);
      known.set(word, {
        word, isLatin, stems: stems(word), fold: folded, folds: stems(folded), loose: folded.replace(/্/g, ''), sound: sounds, onset: sounds.replace(/^[aeiou]+(?=.)/, '')[0],
      });
    }
    return known.get(word);
  };

  // Every word of an entry with how much it counts where it stands; two that follow each other are also read as one.
  const read = (text, weight, into, isTitle) => {
    const found = words(text || '');
    found.forEach((token, at) => {
      const add = (word, other) => into.push({ known: learn(word), weight, first: isTitle && at === 0, at: isTitle && [token, other] });
      add(token.word);
      // Of ই-নথি the second half is a word too.
      const half = /^[অ-ঔ]-/.test(text.slice(token.at)) && token.word.slice(1);
      if (half) add(half);
      const next = found[at + 1];
      if (next && isTitle) add(token.word + next.word, next);
    });
    return found.length;
  };

  let vocabulary;
  const entries = [];
  const prepare = (index) => {
    const list = index.upazilas ? sanad.offices(index) : index.entries;
    list.forEach(([kind, title, address, further, detail]) => {
      const tokens = [];
      const length = read(title, 1, tokens, true);
      read(further, kind === 3 ? .9 : .6, tokens);
      read(detail, .7, tokens);
      read(address.replace(/index\.html$/, ''), .7, tokens);
      entries.push({ kind, title, address, detail, tokens, length });
    });
    vocabulary = [...known.values()];
    sanad.groups = index.alike.split(';').map((group) => words(group).map(({ word }) => learn(word)));
    sanad.light = new Set(words(index.passedOver + ' ' + (index.place || '')).flatMap(({ word }) => stems(word)));
  };

  // The offices of the directory, as entries; what repeats stands in the index once. Names in English have the Bangla behind them.
  sanad.offices = ({ departments, districts, upazilas, words: say }) => upazilas.flatMap(([upazila, label, of, here, ...also]) => here.map((one) => {
    const [number, other] = [].concat(one);
    const [name, department, before, behind, ...too] = departments[number];
    const [district, division, token, ...above] = districts[of];
    const host = other || before + label + '.' + token + behind;
    const several = departments.length > 1;
    return [0, several ? name + ', ' + upazila : upazila, host + '/', [label, token, ...also, ...above, ...several ? too : []].join(' '), (several ? department + ', ' : '')
      + district + ' ' + say.district + ', ' + division + ' ' + say.division];
  }));

  // The words of the index that a typed word fits, with how well; remembered, for the next letter changes the last word only.
  const fits = new Map();
  const fitting = (word) => {
    if (fits.has(word)) return fits.get(word);
    const typed = learn(word);
    const result = new Map();
    fits.set(word, result);
    const note = (one, score) => { if (score > (result.get(one) || 0)) result.set(one, score); };
    vocabulary.forEach((one) => note(one, fit(typed, one)));
    for (const group of sanad.groups) {
      const hit = Math.max(...group.map((one) => fit(typed, one)));
      if (hit > 50) vocabulary.forEach((one) => group.forEach((other) => note(one, .8 * hit / 100 * fit(other, one))));
    }
    // Of a number nothing else is meant.
    if (/^\d+$/.test(word)) return result;
    if (typed.isLatin) vocabulary.forEach((one) => note(one, fitLatin(typed, one, .5)));
    if (typed.isLatin && !result.size && typed.sound.length > 5) vocabulary.forEach((one) => note(one, fitLatin(typed, one, 1.05)));
    if (!result.size) vocabulary.forEach((one) => note(one, fitMistyped(typed, one)));
    return result;
  };

  // Two typed words may be one word of the index.
  const parts = (query) => {
    const typed = words(query).map(({ word }) => word);
    return typed.map((word, at) => ({
      word, light: sanad.light.has(word), one: fitting(word), joined: at + 1 < typed.length && fitting(word + typed[at + 1]),
    }));
  };

  const score = (entry, asked) => {
    let sum = 0;
    let all = 0;
    let met = 0;
    let due = 0;
    const marks = new Set();
    const best = (map, length) => {
      let top = 0;
      for (const { known: one, weight, first, at } of entry.tokens) {
        // Of two words read as one both must have been meant.
        if (at && at[1] && (length <= at[0].word.length || !(map.get(one) > 45))) continue;
        const value = (map.get(one) || 0) * weight + (first && map.has(one) ? 3 : 0);
        if (value && at) at.forEach((token) => token && marks.add(token));
        if (value > top) top = value;
      }
      return top;
    };
    let carried = 0;
    for (const { word, light, one, joined } of asked) {
      const weight = light && asked.some((other) => !other.light) ? .12 : 1;
      const both = joined ? best(joined, 99) : 0;
      const top = Math.max(best(one, word.length), both > 60 ? both : 0, carried);
      carried = both > 60 ? both : 0;
      sum += weight * top;
      all += weight;
      if (weight === 1) {
        due += 1;
        if (top) met += 1;
      }
    }
    const share = due ? met / due : 0;
    const covered = entry.length && Math.min(marks.size, asked.length) / entry.length;
    // Of services that are equally good, those for everybody come first.
    const inside = entry.kind < 3 ? entry.kind : 0;
    return { entry, share, score: (sum / all + 8 * covered) * share - inside, marks: [...marks].sort((a, b) => a.at - b.at) };
  };

  // All entries that fit, best first. Where some hold every word, those that hold only a part are left out.
  sanad.find = (query) => {
    if (!vocabulary) prepare(sanad.index);
    const asked = parts(query);
    if (!asked.length) return [];
    const found = entries.map((entry) => score(entry, asked)).filter(({ share }) => share >= .5);
    const whole = found.some(({ share }) => share === 1);
    return found.filter(({ share }) => !whole || share === 1).sort((a, b) => b.score - a.score);
  };
})();
