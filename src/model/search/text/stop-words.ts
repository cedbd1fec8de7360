// Words that a search leaves out unless they stand in quotation marks. Own lists of function words;
// content words stay, however frequent they are.
const LISTS: Readonly<Record<string, string>> = {
  en: 'a about above after again against all also am an and any are as at be because been before being below between both but by can cannot could did do does doing done down during each etc few for from further get got had has have having he her here hers herself him himself his how however i if in into is it its itself just me more most much must my myself no nor not now of off on once only onto or other our ours out over own per same shall she should since so some such than that the their theirs them themselves then there these they this those through thus to too under until up upon us very via was we were what when where whether which while who whom whose why will with within without would yes yet you your yours',
  ru: 'а без более бы был была были было быть в вам вас ведь весь во вот все всего всех вы где да даже для до его ее ей если есть еще же за здесь и из или им их к как ко когда кто ли либо мне может мы на над надо наш не него нее нет ни них но ну о об однако он она они оно от очень по под при с со так также такой там те тем то того тоже той только том ты у уже хотя чего чей чем что чтобы чье чья эта эти это этот я',
  uk: 'а або але б без би був була були було бути в вам вас весь вже ви від він вона вони воно все всього всіх да де для до його йому з за зі і із й їй її їм їх к коли кто лише ми мене на над нам нас не ні о об від по при про проте с та так також там те ти тим то того тоді той тому тут у хоча це цей ці чи що щоб я як яка який які якщо',
  be: 'а або але б без бы быў была былі было быць в вам вас вы для да дзе з за і іх як калі каб мы на над не ні о ў у па пад пры пра с та так таксама там те той толькі ты уже хто што гэта гэты яго яе яна яны ён я',
  pl: 'a aby albo ale bez bo by był była były było być co czy dla do gdy gdzie go i ich im ja jak jako je jego jej jest jeszcze już każdy która które którego której który których którym którzy ku lub ma mi mnie na nad nam nas nie nich nim o od on ona one oni ono oraz po pod poza przed przez przy się są ta tak także tam te tego tej ten to tu ty tych tylko tym u w was we wy z za ze że żeby',
  de: 'aber als also am an auch auf aus bei bin bis bist da dabei damit dann das dass daß dein dem den denn der des dessen die dies diese dieser dieses doch dort du durch ein eine einem einen einer eines er es euer für hat hatte hatten hier ich ihm ihn ihr ihre im in ins ist ja jede jeder jedes jener kann kein keine man mein mit nach nicht noch nun nur ob oder ohne sehr sein seine sich sie sind so über um und uns unter vom von vor war waren was wegen weil wenn wer werden wie wieder wir wird wo zu zum zur zwischen',
  fr: 'à au aux avec ce ces cette dans de des du elle en est et il ils je la le les leur leurs lui mais ne nous on ont ou où par pas plus pour qu que qui sa sans se ses son sont sur un une vous y',
  es: 'a al como con de del el ella en es esta este ha la las lo los más no o para pero por que se sin sobre su sus un una y',
};

/** Function words of the languages given (BCP 47), as a text has them once folded. */
export function stopWords(
  languages: Iterable<string>,
  fold: (text: string) => string,
): Set<string> {
  const words = new Set<string>();
  for (const language of new Set(languages)) {
    const code = language.toLowerCase().split('-')[0] ?? '';
    const list = Object.hasOwn(LISTS, code) ? LISTS[code] : undefined;
    for (const word of list?.split(' ') ?? []) words.add(fold(word));
  }
  return words;
}
