import { countWords } from './words.ts';

/** The reason given for a paragraph in which the site speaks to its reader. */
export const APPEAL = 'appeal or notice of the site';

/** Whole lines that pages print around articles, in the languages that archives of the press meet most. */
const LINES: readonly (readonly [reason: string, pattern: RegExp])[] = [
  [
    'menu or page navigation',
    /^(?:accessibility links|skip to .*|jump to .*|(?:main |site )?(?:menu|navigation)|home(?:page)?|search|close|back(?: to (?:top|.{1,30}))?|top|next(?: (?:article|story|post|page))?|prev(?:ious)?(?: (?:article|story|post|page))?|go to .{1,30}|breaking news|news|latest(?: news)?|toggle .*|open .{0,20}menu|sections?|log ?in|log ?out|sign ?in|sign ?out|register|my account|contact(?: us)?|about(?: us)?|careers|help|site ?map|terms.{0,40}|privacy.{0,40}|faqs?|rss|english|русский|беларуская|українська|polski|deutsch|français|меню|главная|поиск|войти|новости|навигация|меню сайта|пошук|галоўная|головна|strona główna|menü|startseite|suche|anmelden|accueil|inicio|buscar|lang(?:uage)?s?:?.{0,30}|category status:?|.{1,30}\s[>›»]\s.{1,60})$/iu,
  ],
  [
    'sharing buttons',
    /^(?:share(?: (?:this|on|via|with|to|it)\b.{0,40})?|shares?:?|tweet|retweet|pin(?: it)?|like|e-?mail(?: (?:this|to|article).{0,30})?|print(?: (?:this|article|page|version).{0,20})?|copy(?: link| url)?|link copied.{0,20}|save(?: (?:for later|article|story))?|bookmark|facebook|twitter|x \(formerly twitter\)|whats ?app|telegram|linked ?in|reddit|pinterest|tumblr|vkontakte|viber|messenger|instagram|youtube|google\+?|flipboard|pocket|bluesky|mastodon|threads|(?:follow|find|like|join) us\b.{0,60}|follow (?:@|on ).{0,40}|\d+[\d.,km]* (?:shares?|likes?|tweets?|views?)|поделиться.{0,30}|распечатать|подзяліцца.{0,30}|поділитися.{0,30}|udostępnij.{0,30}|teilen.{0,30}|partager.{0,30}|compartir.{0,30})$/iu,
  ],
  [
    'comments',
    /^(?:leave a (?:reply|comment).{0,40}|(?:\d+|no|view|show|add|post|write|read|join the|hide)?\s*(?:\d+ )?(?:comments?|replies|responses?|conversation|discussion)(?: (?:on|to|\().{0,80}|s? ?\(?\d*\)?|:| are closed.?| policy)?|your (?:email|e-mail) address will not be published.*|required fields are marked.*|log in to (?:leave a )?(?:comment|reply).*|post comment|reply|name ?\*?|email ?\*?|website|save my name.*|notify me of .*|комментари[ий].{0,30}|каментар.{0,30}|коментар.{0,30}|komentarz.{0,30}|kommentare?.{0,20}|commentaires?.{0,20})$/iu,
  ],
  [
    'other stories',
    /^(?:(?:\W*)(?:related|similar|recommended|suggested|featured|trending|popular|latest|recent|other|further|more)(?: \w+){0,2}? (?:articles?|stor(?:y|ies)|news|posts?|content|coverage|topics?|reading|links?|stories for you|headlines|videos?|from\b.{0,40}|on\b.{0,40}|in\b.{0,30}|about\b.{0,40}|by\b.{0,40}|for you|to read)(?:\W.{0,30})?|related|see also|read (?:also|more|next|this(?: next)?|on)|also read|more|most (?:read|popular|viewed|shared|recent|commented)(?:\W?.{0,30})|what (?:others|to) (?:are reading|read).{0,30}|(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested).{0,40})|don['’]t miss.{0,40}|up next|in case you missed it|editors?['’]?s? (?:picks?|choice)|(?:top|must[- ]read) stor(?:y|ies).{0,20}|around the web|from (?:the web|our partners|around.{0,30})|sponsored.{0,40}|promoted.{0,40}|continue reading.{0,40}|keep reading.{0,40}|load more.{0,30}|view all.{0,30}|show more.{0,30}|see (?:all|more).{0,30}|all news.{0,30}|tags?:?.{0,120}|topics?:?.{0,60}|filed under:?.{0,80}|categor(?:y|ies):.{0,80}|читайте также.{0,80}|по теме.{0,60}|другие новости.{0,40}|похожие .{0,40}|самое читаемое.{0,30}|глядзіце таксама.{0,80}|чытайце таксама.{0,80}|читайте також.{0,80}|czytaj (?:także|też|również).{0,80}|zobacz (?:także|też|również).{0,80}|lesen sie auch.{0,80}|mehr zum thema.{0,60}|à lire aussi.{0,80}|lire aussi.{0,80}|lea también.{0,80}|теги:?.{0,100})$/iu,
  ],
  [
    'pointer to another story',
    /^[\W_]*(?:related(?: (?:article|story|stories|news|link|coverage))?|read (?:more|also|next|the full .{0,20})|also read|see also|see more|more|watch(?: also)?|listen(?: to)?|don['’]t miss|recommended|explained?|from our (?:archive|partners)|читайте также|чытайце таксама|читайте також|czytaj także|zobacz też|siehe auch|lire aussi)\s*[:|»>→–]\s*\S.{0,200}$/iu,
  ],
  [
    'subscription or newsletter',
    /^(?:subscribe(?:\b.{0,120})?|(?:get|sign up|join|register)\b.{0,80}\b(?:newsletters?|updates|inbox|alerts?|digest|briefing|free trial)\b.{0,100}|.{0,60}\bnewsletters?\b.{0,60}|(?:enter |your )+e-?mail(?: address)?.{0,40}|already (?:a|have).{0,60}|unlimited access.{0,60}|подпи(?:шитесь|саться|ска).{0,100}|падпі(?:шыцеся|сацца).{0,100}|підпи(?:шіться|сатися).{0,100}|zapisz się.{0,100}|abonne[rz].{0,60}|newsletter.{0,60})$/iu,
  ],
  [
    'appeal for support',
    /^(?:(?:please )?(?:support|donate|contribute|give)(?: (?:us|now|today|here|once|monthly|to\b.{0,60}|our\b.{0,60}|independent\b.{0,60}|the\b.{0,40}))?[.!]?|become a (?:member|supporter|patron|subscriber).{0,80}|not ready to .{0,60}|remind me later\.?|(?:pay?iment|payment) methods?|one[- ]time|monthly|annual(?:ly)?|continue|maybe later|no,? thanks?|enjoying .{0,60}\?|поддержать.{0,60}|падтрымаць.{0,60}|підтримати.{0,60}|wesprzyj.{0,60}|(?:[$€£]\d+(?:\.\d\d)?\s*)+)$/iu,
  ],
  [
    'cookie or privacy notice',
    /^(?:(?:we|this (?:web)?site|by (?:using|continuing|clicking)|our (?:web)?site|our partners)\b.{0,300}\bcookies?\b.{0,400}|(?:accept|allow|reject|manage|customi[sz]e)(?: all)?(?: (?:cookies?|preferences|settings|choices|options))?|cookie (?:policy|settings|preferences|notice|consent)s?|privacy (?:policy|notice|settings|preferences|statement)|(?:i )?(?:agree|accept|consent)|do not sell .{0,60}|got it!?|ok|.{0,200}\bprivacy policy\b.{0,200}|.{0,100}файл(?:ы|ов|аў|и|ів) cookie.{0,200})$/iu,
  ],
  [
    'advertisement',
    /^(?:advert(?:isement|ising|orial)?s?(?: continues below.*| - .{0,60})?|ads?(?: by .{0,30})?|sponsored(?: (?:by|content|links?|post).{0,60})?|article continues (?:after|below).{0,60}|story continues (?:after|below).{0,60}|scroll (?:down )?to continue.{0,60}|реклама.{0,20}|рэклама|reklama|anzeige|werbung|publicité|publicidad)$/iu,
  ],
  [
    'label of the page',
    /^(?:\d+[- ]?min(?:ute)?s?(?: read)?|(?:reading time|read time|estimated read(?:ing)? time):?.{0,30}|listen(?: to (?:this )?(?:article|story))?.{0,40}|play(?: audio| video)?|watch(?: (?:video|live|now))?.{0,20}|video|audio|photos?|gallery|image(?:s| \d+ of \d+)?|\d+ (?:of|\/) \d+|loading\.{0,3}|click (?:here|to)\b.{0,80}|tap (?:here|to)\b.{0,80}|enlarge.{0,30}|view (?:image|gallery|comments|larger).{0,30}|hide caption|toggle caption|(?:show|hide) (?:caption|more|less)|font size.{0,20}|text size.{0,20}|a\+|a-|translate.{0,30}|report (?:a|an) (?:error|typo|mistake).{0,60}|(?:found|see|spotted) (?:a|an) (?:error|typo|mistake).{0,80}|embed|download.{0,60}|get (?:it on|the app).{0,40}|available on.{0,40}|please enable javascript.*|javascript .{0,80}|your browser .{0,120}|this (?:video|content) .{0,60}(?:unavailable|not available).{0,40}|originally published.{0,120}|report this .{0,20}|ctrl ?\+ ?enter.{0,60})$/iu,
  ],
  [
    'copyright line',
    /^(?:(?:copyright|©|\(c\)) .{0,160}|.{0,100}\ball rights reserved\b.{0,200}|.{0,60}все права защищены.{0,100}|\W*©.{0,160}|reproduc(?:ed|tion) .{0,120}permission.{0,60})$/iu,
  ],
];

/** Lines that begin a part of the page which is not the article any more. */
const END_LABEL =
  /^\W*(?:leave a (?:reply|comment)|(?:\d+ )?(?:comments?|responses?|replies)\b.{0,30}|(?:related|similar|recommended|trending|popular|latest|other|further|more) (?:\w+ )?(?:articles?|stor(?:y|ies)|news|posts?|content|coverage|headlines|reading|from\b.{0,40}|on this\b.{0,30}|like this|in\b.{0,30})|most (?:read|popular|viewed|shared|commented).{0,20}|you (?:may|might) (?:also )?(?:like|enjoy|be interested).{0,40}|read (?:more|next|also)|up next|what to read next|see also|editors?['’]?s? (?:picks?|choice)|original (?:url|article|source|link)|source url|original|tags?|filed under|about the author|(?:top|featured) stor(?:y|ies)|around the web|share this.{0,30}|post navigation|комментари.{0,20}|читайте также|похожие .{0,30}|каментары.{0,20}|коментарі.{0,20}|по теме|powiązane.{0,20}|podobne.{0,20}|komentarze.{0,20}|weitere .{0,20}|mehr zum thema|à lire aussi|lire aussi)\W*$/iu;

/** What pages say of themselves in whole sentences when they ask for money, names or clicks. */
const APPEAL_WORDS =
  /\b(?:donat\w*|usernames?|passwords?|(?:re)?captcha|privacy policy|terms of (?:use|service)|contribut(?:e|ion|ions|ing)|subscri\w*|member(?:s|ship)?|newsletters?|inbox|sign(?:ing)? up|support(?:ing|ers?)? (?:us|our|independent|the work|journalism|today|monthly)|(?:your|for|of) (?:help|support|contribution)|support us|our (?:journalis\w+|commitment|critical|reporting|newsroom|work|readers?|mission|coverage|website|site|app|team|editors|partners|content)|independent (?:news|journalism|media|reporting)|(?:small )?favou?r to ask|ad[- ]free|ads|adblock\w*|ad blocker|reading experience|every month|a month|paywall|free trial|account|log ?in|cookies?|privacy|personal data|terms of (?:use|service)|click|download|mobile app|follow us|facebook|twitter|telegram channel|instagram|whatsapp|comment(?:s|ing)?|moderat\w+|browser|javascript|advertis\w+|third parties|make a difference|need your help|refuse to be silenced|unbiased|fill the gap|banned in|foreign agent)\b/giu;

/** Letters of the longest line, and of the longest appeal, that is furniture by its words. */
const LONGEST_LINE = 700;
const LONGEST_APPEAL = 4000;

/**
 * Why a passage is furniture and not part of the article, by its words alone.
 *
 * @returns undefined where nothing speaks against it
 */
export function furnitureReason(text: string): string | undefined {
  const line = text.replace(/^[\s\p{P}\p{S}]*(?=[\p{L}\p{N}$€£©])/u, '').trim();
  if (line === '') return 'ornament';
  if (text.length > LONGEST_APPEAL) return undefined;
  for (const [reason, pattern] of line.length > LONGEST_LINE ? [] : LINES) {
    if (pattern.test(line) || pattern.test(text.trim())) return reason;
  }
  return appealStrength(text) >= 4 ? APPEAL : undefined;
}

/** Whether a line begins what follows the article on its page: comments, similar articles and so on. */
export function isEndLabel(text: string): boolean {
  return text.length < 200 && END_LABEL.test(text.trim()) && countWords(text) <= 8;
}

/**
 * How much a passage speaks as the site to its reader: of itself as "we", to the reader as "you", with the
 * words of appeals. What stands between quotation marks is somebody else's speech and doesn't count.
 */
export function appealStrength(text: string): number {
  const own = text.replace(/["“„«][^"”“»„«]*["”»]/gu, ' ');
  if (/["“”„«»]/u.test(own)) return 0;
  const words = new Set((own.match(APPEAL_WORDS) ?? []).map((word) => word.toLowerCase()));
  if (words.size === 0) return 0;
  const we = /\b(?:we|us|our|ours)\b/iu.test(own.replace(/\bU\.?S\.?\b/g, '')) ? 1 : 0;
  const you = /\b(?:you|your|yours)\b/iu.test(own) ? 1 : 0;
  const asks =
    /^(?:please|support|donate|subscribe|join|become|sign|get|help|click|download|follow|read|if you)\b/iu.test(
      own.trim(),
    )
      ? 1
      : 0;
  const density = words.size >= 2 && countWords(own) / words.size < 18 ? 1 : 0;
  return we + you + asks + density + Math.min(words.size, 3);
}
