/** Emoji and emoticons (inner units, see `EMOTICON`), the same in every language. */
export const SHARED_WORDS = `
-26 a | 🤬, 😡, 🖕, 💩, 🤮, 👿, 😤
-20 | 😠, 🤢, 👎, 💔, 😾, 🤡, 😒, 🙄, 😩, 😫, 🤦, 😖, 😣
-15 | 😢, 😭, 😞, 😔, ☹, 🙁, 😟, 😕, 😰, 😨, 😱, 😥, 😓, 🥺, 😪, 😿, 🥲, 😬, 😐, 😑, 🤨, 🚫, ⚠, ❌, 🔥👎, 💀, ☠
20 r | 👍
26 r | 👏
26 | 😍, 🥰, ❤, ♥, 💕, 💖, 💗, 💙, 💚, 💛, 💜, 🖤, 🧡, 🤍, 💞, 💓, 💘, 💝, 😘, 🤩, 🎉, 🥳, 🏆, 🙌, 💯, 😻
20 | 😊, 😀, 😃, 😄, 😁, 🙂, ☺, 😇, 🤗, 👌, 💪, 😎, 😚, 😋, ✌, 🎊, 🌹, 🌸, ☀, 🌞, 🤝, 🙏, 😺, 🍀, ✨, 🎂, 🎁
12 | 😂, 🤣, 😅, 😆, 😉, 😜, 😝, 😛, 😏, 🙈, 🔥, 🎶, ⭐, 🌟, 🍻, 🥂
18 | \ufdd1, \ufdd3
26 | \ufdd4
10 | \ufdd5
-18 | \ufdd2, \ufdd7, \ufdd8
-14 | \ufdd6
-20 | \ufdd9
link | http, https, www
`;

/** Function words of neighbours' languages: they only say "neither German nor English". */
export const OTHER_FUNCTION_WORDS =
  'le, la, les, un, une, des, du, de, et, est, que, qui, pas, pour, dans, avec, sur, je, tu, nous, vous, ils, elle, ce, cette, mais, plus, ne, au, aux, sont, c est, j ai, el, los, las, una, y, es, por, para, con, pero, como, muy, esta, este, su, lo, se, del, al, mi, te, yo, ya, il, gli, di, che, non, per, sono, questo, questa, ma, anche, della, nel, con, più, perché, ho, o, os, uma, e, do, da, em, não, com, mas, muito, isso, você, eu, foi, no, na, het, een, van, ik, niet, dat, op, te, zijn, maar, voor, met, aan, ook, wel, deze, jij, wij, og, det, ikke, jeg, och, att, som, på, jag, inte, är, för, nie, jest, się, na, bir, ve, bu, için, çok, ama, değil';

/** English words that mean something else in German texts: never counted there. */
export const ENGLISH_ONLY =
  'die, dies, died, war, hell, fast, rat, gift, gift*, bad, mist, kind, fee, fees, ban, bans, note, fair, late, list, arm, stall, fine, mean, fell, hot, drop, most, man, also, so, will, no, not, not only, a, was, in, to, an, am, all, has, hat, art, bald, brand, chef, die, bug, bugs, star, stars, top, tops, wins, dent*, strong, rage, stark, sue, rape*, record, too, ad, gut, mad, alone, pain*, snake, false, open, free, ready, launch*, weekend, friday, party, special, gain*, rise, score, deal, deals, fan, fans, cold, rain, sick, tot, tod, crash*, ache*, error, errors, taste, fake*, nothing, hope*, like, likes, us, me, my, i, we, im, do, does, did, at, he, her, him, his, if, on, one, or, out, now, over, back, up, you, your, or, still, by, then, as, be, it, its, of, this, that, super, mega, ultra, new, loser, clown, clowns, nazi, nazis, party, holiday*, compensat*, record breaking, ok, okay, cool, yes, sure';

/** German words that mean something else in English texts; everything else German is not counted there either. */
export const GERMAN_EVERYWHERE =
  'scheiße, scheisse, danke, wunderbar, super, geil, kaputt, verboten, schadenfreude';
