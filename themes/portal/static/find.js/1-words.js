// Finds: what was typed against the words of the index. No page is touched here, so that a test can run it without one.
//
// A word is compared in this order, and the first way that fits decides how much it counts: the very word; its start; a part
// of a number or of a long word in Latin letters; the same word with another ending (সেবার, সেবা); the same in another
// spelling (ী/ি, ণ/ন, শ/ষ/স, য/জ, ঁ …); the vowel of অ্যাপ as it is also written (ট্যাক্স, টেক্স, টাক্স); Bangla typed in Latin
// letters; and, only where nothing else fits any word, one typing error.
(() => {
  const LETTER = /[ক-হৎঅ-ঔY]/g;
  const SIGN = /[া-ৌঁ]/;
  const LATIN = /^[a-z0-9]+$/;
  // A single vowel before a hyphen belongs to the word: ই-মেইল, ই-নথি. Signs of money are no letters.
  const WORD = /(?:[অ-ঔ]-\s?(?=[ক-হ]))?[a-z0-9ঀ-ৱ\u200c\u200d]+|\b[a-z]-[a-z]+/gi;
  const HYPHEN = /^[-‐-―]\s?$/;
  // A telephone is one word, however it is grouped: +৮৮০ ১৭০০-০০০০০০. Days (৩০-০৬-২০২৫) and spans of years are none.
  const NUMBERS = /\+?\(?[+\d০-৯](?:[\s()‐-―-]{0,2}[\d০-৯]){6,}/g;
  const TELEPHONE = /^\W*(?:00)?(?:88)?0|^\W*\+|\d{5}/;
  const DAY = /^\d{1,2}\D\d{1,2}\D\d{4}$|^\d{4}\D\d\d\D\d\d$/;

  const digits = (text) => text.replace(/[০-৯]/g, (digit) => digit.charCodeAt(0) - 0x9e6);

  // One form for what looks the same: NFC has one encoding for each of য়, ড়, ঢ়; digits of one script; no joiners, nor the
  // hasanta that one of them only shows (উদ্‌যাপন, উদযাপন); a telephone without the code of the country.
  const normal = (text) => digits(text.normalize('NFC').toLowerCase().replace(/্\u200c|[\s\u00ad\u200b-\u200d\ufeff-]/g, ''))
    .replace(/^(?:00)?880(?=\d{7,10}$)/, '0');

  // What holds a telephone apart becomes a joiner, so that every sign keeps its place.
  const whole = (number) => {
    const plain = digits(number);
    const length = plain.replace(/\D/g, '').length;
    return length < 16 && TELEPHONE.test(plain) && !DAY.test(plain) ? plain.replace(/\D/g, '\u200d') : number;
  };
  const words = (text) => [...text.normalize('NFC').replace(NUMBERS, whole).matchAll(WORD)]
    .map((found) => ({ at: found.index, end: found.index + found[0].length, word: normal(found[0]) }))
    .filter(({ word }) => word);

  // Signs and what stands for each of them, in pairs: 'কখ k গঘ g'.
  const table = (pairs) => {
    const signs = {};
    pairs.split(' ').forEach((group, at, all) => { if (at % 2 === 0) [...group].forEach((sign) => { signs[sign] = all[at + 1]; }); });
    return (sign) => signs[sign];
  };

  // The vowel of অ্যাপ: এ at the beginning of a word, and behind its first letter always ্যা (ব্যক্তি, ব্যাক্তি). Y stands for
  // য়, which is no য.
  const opened = (word) => word.replace(/য়/g, 'Y').replace(/^[অএআ]্যা?/, 'এ').replace(/^([ক-হ]্য)(?=[ক-হ])/, '$1া');

  // Another spelling of the same word has the same fold, and what is folded stays as it is.
  const ALIKE = table('ঈ ই ী ি ঊ উ ূ ু ঋ রি ৃ ্রি ণঞ ন শষ স য জ ৎ ত্ ঁঃ ');
  const fold = (word) => {
    const folded = opened(word).replace(/[ডঢ]়/g, 'র')
      .replace(/[ঈীঊূঋৃণঞশষযৎঁঃ]/g, ALIKE)
      .replace(/ঙ্?/g, 'ং').replace(/(.)্\1/g, '$1').replace(/([সতদ])্ব/g, '$1').replace(/[ো্]$/, '');
    return folded === word ? word : fold(folded);
  };
  // What it may be instead of ্যা: া and ে, which are not the same for it.
  const near = (word) => (opened(word).includes('্যা') ? ['া', 'ে'].map((vowel) => fold(opened(word).replace(/্যা/g, vowel))) : []);

  const ENDINGS = 'গুলোকে গুলোতে গুলোর গুলো গুলিকে গুলির গুলি সমূহের সমূহকে সমূহে সমূহ দেরকে দের টিকে টিতে টির টি টার টা কে েতে তে য়ের ের য়ে েরা রা র ে'
    .split(' ').reduce((all, ending) => all.add(ending).add(fold(ending)), new Set());

  // The word, and what is left of it without an ending; at least two letters must be left, of English four.
  const stems = (word) => {
    if (LATIN.test(word)) return [word, ...(/^(.{4,}?)(?:ings?|ed|es|s)$/.exec(word) || []).slice(1)];
    const left = [...ENDINGS].filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
    if (/া(য়|Y)$/.test(word)) left.push(word.replace(/(য়|Y)$/, ''));
    return [word, ...left.filter((stem) => (stem.match(LETTER) || []).length > 1)];
  };

  // How a Bangla word sounds, in the Latin letters that people type; the vowel that is not written is left out.
  const SOUNDS = table('কখ k গঘ g ঙং ng চছ c জঝয j ঞণন n টঠতথৎ t ডদ d ঢধ D প p ফ f বভ b ম m র r ল l শষস s হ h Y y W w '
    + 'অওো o আা a ইঈিী i উঊুূ u এে e ঐৈ oi ঔৌ ou ঋৃ ri');
  const sound = (word) => (LATIN.test(word) ? latin(word) : word
    .replace(/ওয়(?=[া-ৌ])/g, 'W').replace(/য়/g, 'Y').replace(/[ডঢ]়/g, 'র')
    .replace(/ক্ষ/g, 'ক').replace(/জ্ঞ/g, 'গ').replace(/([^র])্য/g, '$1').replace(/([সষশতদজনলধটক])্ব/g, '$1')
    .replace(/./g, (sign) => (sign === '্' ? '+' : SOUNDS(sign) || (/[a-z0-9]/.test(sign) ? sign : '')))
    .replace(/(.)\+\1/g, '$1').replace(/\+/g, ''));

  // The same letters out of what was typed: sh, ph, v, z, ee … are ways to write one sound.
  const latin = (typed) => typed
    .replace(/jn(?=[ao])/g, 'g').replace(/x/g, 'ks').replace(/q/g, 'k').replace(/c(?=[eiy])/g, 's').replace(/c(?!h)/g, 'k').replace(/chh?/g, 'c')
    .replace(/ksh|kkh/g, 'k').replace(/sh/g, 's').replace(/ph/g, 'f').replace(/dh/g, 'D').replace(/([kgjtbr])h/g, '$1')
    .replace(/v/g, 'b').replace(/z/g, 'j').replace(/ee/g, 'i').replace(/oo/g, 'u').replace(/(.)\1/g, '$1');

  const CHEAP = { ao: .4, ei: .4, ou: .4, ae: .7, jy: .3, iy: .8, bw: .4, ow: .3, uw: .3, fp: .3, cs: .5, js: .6 };
  const phonetic = {
    // Who types d may mean ধ; who types dh does not mean দ.
    swap: (a, b) => (a === 'd' && b === 'D' ? .1 : a === 'D' && b === 'd' ? 1.5 : CHEAP[a < b ? a + b : b + a] || 1),
    // Typed, but not there: mostly the vowel that Bangla does not write, which begins no word and ends few.
    more: (a, at, last) => (a === 'a' && at === last ? .4 : at !== 1 && { a: .05, o: .05, y: .2, h: .3, w: .3 }[a]) || 1,
    less: (b) => ({ y: .2, w: .3, o: .5, h: .4, a: .8 })[b] || 1,
  };
  const mistyped = {
    swap: (a, b) => (SIGN.test(a) && SIGN.test(b) ? 1.2 : 1.4),
    more: (a) => (SIGN.test(a) ? .8 : 1),
    less: (b) => (SIGN.test(b) ? .8 : 1),
  };

  const FARTHEST = 1.4;
  // What it costs to make one of the other: of the whole word, and of the start that comes cheapest.
  const distance = (typed, word, costs, turned) => {
    let above = [0];
    let before;
    for (let j = 1; j <= word.length; j++) above[j] = above[j - 1] + costs.less(word[j - 1]);
    for (let i = 1; i <= typed.length; i++) {
      const a = typed[i - 1];
      const row = [above[0] + costs.more(a, i, typed.length)];
      for (let j = 1; j <= word.length; j++) {
        const b = word[j - 1];
        row[j] = Math.min(
          above[j - 1] + (a === b ? 0 : costs.swap(a, b)),
          above[j] + costs.more(a, i, typed.length),
          row[j - 1] + costs.less(b),
          turned && i > 1 && j > 1 && a === word[j - 2] && b === typed[i - 2] ? before[j - 2] + 1 : 9,
        );
      }
      before = above;
      above = row;
      if (Math.min(...row) > FARTHEST) return [9, 9];
    }
    const last = typed[typed.length - 1];
    return [above[word.length], Math.min(9, ...above.filter((cost, j) => word[j - 1] === last))];
  };

  // How well a typed word fits a word of the index, between 0 and 100.
  const meet = (some, others) => some.some((one) => others.includes(one));
  const fit = (typed, known) => {
    const { word, isLatin } = typed;
    if (word === known.word) return 100;
    if (known.word.startsWith(word)) return 76 + 14 * word.length / known.word.length;
    const isPart = isLatin && word.length > (typed.isNumber ? 3 : 4) && known.word.includes(word);
    if (isPart) return 60 + 10 * word.length / known.word.length;
    if (typed.isNumber) return 0;
    if (meet(typed.stems, known.stems)) return 72;
    if (isLatin) return 0;
    if (typed.fold === known.fold) return 66;
    if (known.fold.startsWith(typed.fold)) return 56 + 6 * typed.fold.length / known.fold.length;
    if (meet(typed.folds, known.folds)) return 54;
    if (!typed.near.length && !known.near.length) return 0;
    if (meet(typed.near, known.folds) || meet(typed.folds, known.near) || meet(typed.near, known.near)) return 50;
    return typed.fold.length > 2 && known.near.some((one) => one.startsWith(typed.fold)) ? 46 : 0;
  };
  const hasOnset = ({ word, onset: a }, { onset: b }) => word.length > 1 && (a === b || CHEAP[a < b ? a + b : b + a]);
  // Nearly all words end at the onset, long before they are compared letter by letter.
  const fitLatin = (typed, known, limit) => {
    if (!hasOnset(typed, known)) return 0;
    const [whole, start] = distance(typed.sound, known.sound, phonetic);
    if (whole <= limit) return 52 - 12 * whole;
    return start <= limit && typed.sound.length > 1 ? 42 - 12 * start - 4 * (1 - typed.sound.length / known.sound.length) : 0;
  };
  const fitWhole = (typed, known, limit) => {
    const whole = hasOnset(typed, known) ? distance(typed.sound, known.sound, phonetic)[0] : 9;
    return whole <= limit ? 52 - 12 * whole : 0;
  };
  const fitMistyped = (typed, known) => {
    const [a, b] = typed.isLatin ? [typed.sound, known.sound] : [typed.loose, known.loose];
    if (a.length < 4 || a[0] !== b[0] || a.length < 6 && a[a.length - 1] !== b[b.length - 1]) return 0;
    const limit = Math.min(typed.isLatin ? 1.05 : 2, a.length > 6 ? 1.4 : a.length > 5 ? 1.2 : a.length > 4 ? 1 : .8);
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
        word, isLatin, isNumber: /^\d+$/.test(word), stems: stems(word), fold: folded, folds: stems(folded), near: near(word).flatMap(stems), loose: folded.replace(/্/g, ''), sound: sounds, onset: sounds.replace(/^[aeiou]+(?=.)/, '')[0],
      });
    }
    return known.get(word);
  };

  // Every word of an entry with how much it counts where it stands; two that follow each other in a title, or with a hyphen
  // between them, are also read as one. Of what only a text says nothing is guessed.
  const read = (text, weight, into, isTitle, isText) => {
    const found = words(text || '');
    found.forEach((token, at) => {
      const add = (word, other) => {
        const one = learn(word);
        one.isGuessed = one.isGuessed || !isText;
        into.push({ known: one, weight, first: isTitle && at === 0, at: isTitle && [token, other] });
      };
      add(token.word);
      // Of ই-নথি the second half is a word too.
      const half = /^[অ-ঔ]-/.test(text.slice(token.at)) && token.word.slice(1);
      if (half) add(half);
      const next = found[at + 1];
      if (next && (isTitle || HYPHEN.test(text.slice(token.end, next.at)))) add(token.word + next.word, next);
    });
    return found.length;
  };

  let vocabulary;
  const entries = [];
  const prepare = (index) => {
    const list = index.upazilas ? sanad.offices(index) : index.entries;
    list.forEach(([kind, title, address, further, detail, said]) => {
      const tokens = [];
      const length = read(title, kind === 7 ? .8 : 1, tokens, true);
      read(further, kind === 3 ? .9 : .6, tokens);
      read(detail, .7, tokens);
      read(address.replace(/index\.html$/, ''), .7, tokens);
      read(said, .5, tokens, false, true);
      entries.push({ kind, title, address, detail, tokens, length });
    });
    vocabulary = [...known.values()];
    // Groups of one meaning; each of them one word, or several that mean it together.
    sanad.groups = index.alike.split(';').map((group) => group.trim().split(/\s+/).map((one) => words(one.replace(/\+/g, ' ')).map(({ word }) => learn(word))));
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
  const remembered = new Map();
  const remember = (key, make) => {
    if (!remembered.has(key)) remembered.set(key, make());
    return remembered.get(key);
  };
  const fitting = (word) => remember(word, () => {
    const typed = learn(word);
    const result = new Map();
    vocabulary.forEach((one) => {
      const sounds = () => (one.isGuessed ? fitLatin(typed, one, .5) : fitWhole(typed, one, .3));
      const value = fit(typed, one) || (typed.isLatin && !typed.isNumber && sounds());
      if (value) result.set(one, value);
    });
    return result;
  });
  // The same with a greater distance in Latin letters, or a typing error.
  const guessing = (word) => {
    const typed = learn(word);
    const result = new Map();
    const isLong = typed.isLatin && typed.sound.length > 5;
    const likely = vocabulary.filter((one) => one.isGuessed);
    for (const way of [(one) => isLong && fitLatin(typed, one, 1.05), (one) => fitMistyped(typed, one)]) {
      if (!result.size && !typed.isNumber) likely.forEach((one) => { const value = way(one); if (value) result.set(one, value); });
    }
    return result;
  };

  // What means the same as the typed words from a place on: for how many words it stands, what fits it, and how much it counts.
  const hits = (word, limit) => {
    const typed = learn(word);
    const values = new Map();
    sanad.groups.flat(2).forEach((one) => {
      const value = fit(typed, one) || (typed.isLatin ? 1.6 * fitWhole(typed, one, limit) : 0);
      if (value > 50) values.set(one, value);
    });
    return values;
  };
  const meaning = (typed, from, limit) => {
    const met = typed.slice(from).map((word) => remember(word + limit, () => hits(word, limit)));
    if (!met[0].size) return [];
    return sanad.groups.flatMap((group) => group.flatMap((member, at) => {
      const least = Math.min(...member.map((one, next) => (met[next] && met[next].get(one)) || 0));
      return !least ? [] : group.filter((other, number) => number !== at)
        .map((other) => ({ length: member.length, maps: other.map(({ word }) => fitting(word)), rate: least / 125 }));
    }));
  };

  // Two typed words may be one word of the index.
  const parts = (query) => {
    const typed = words(query).map(({ word }) => word);
    const isSure = typed.some((word) => /^\d{7,}$/.test(word));
    const asked = typed.map((word, at) => {
      const light = isSure ? !/^\d+$/.test(word) : sanad.light.has(word);
      const joined = at + 1 < typed.length && fitting(word + typed[at + 1]);
      return { word, light, one: fitting(word), joined, others: light ? [] : meaning(typed, at, .5) };
    });
    asked.forEach((one, at) => {
      const isMeant = (other, before) => other.others.some(({ length }) => length > before);
      const isKnown = one.one.size || asked.slice(0, at + 1).some((other, place) => isMeant(other, at - place));
      if (isKnown || one.light || one.joined.size) return;
      one.one = guessing(one.word);
      if (learn(one.word).sound.length > 5) one.others = meaning(typed, at, 1.05);
    });
    // In a question of such words alone only those count that stand somewhere.
    const stands = ({ word, one }) => [...one.keys()].some((other) => other.isGuessed && meet(learn(word).folds, other.folds));
    const standing = asked.every(({ light }) => light) ? asked.filter(stands) : [];
    return standing.length ? standing : asked;
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
    const meant = [];
    asked.forEach(({ others }, at) => others.forEach(({ length, maps, rate }) => {
      const value = rate * Math.min(...maps.map((map) => best(map, 99)));
      for (let next = at; next < at + length; next++) meant[next] = Math.max(meant[next] || 0, value);
    }));
    asked.forEach(({ word, light, one, joined }, at) => {
      const weight = light && asked.some((other) => !other.light) ? .12 : 1;
      const both = joined ? best(joined, 99) : 0;
      const top = Math.max(best(one, word.length), both > 40 ? both : 0, carried, meant[at] || 0);
      carried = both > 40 ? both : 0;
      sum += weight * top;
      all += weight;
      if (weight === 1) {
        due += 1;
        if (top) met += 1;
      }
    });
    const share = due ? met / due : 0;
    const covered = entry.length && Math.min(marks.size, asked.length) / entry.length;
    // Of services that are equally good, those for everybody come first; of anything else, what is the office's own.
    const inside = entry.kind < 3 ? entry.kind : entry.kind === 7 ? 2 : 0;
    return { entry, share, score: (sum / all + 8 * covered) * share - inside, marks: [...marks].sort((a, b) => a.at - b.at) };
  };

  // All entries that fit, best first. Those that hold a part of the words are left out where one with all of them is as good.
  sanad.fold = fold;
  sanad.find = (query) => {
    if (!vocabulary) prepare(sanad.index);
    const asked = parts(query);
    if (!asked.length) return [];
    const found = entries.map((entry) => score(entry, asked)).filter(({ share }) => share >= .5);
    const whole = Math.max(...found.map((one) => (one.share === 1 ? one.score : 0)));
    return found.filter(({ share, score: value }) => share === 1 || value > whole).sort((a, b) => b.score - a.score);
  };
})();
