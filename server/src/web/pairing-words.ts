// The words that unpaired screens show: five letters, friendly, known to most, no two that differ in one letter only.

export const pairingWords: readonly string[] = `
  acorn actor album alpha amber angel apple april arrow atlas bacon badge baker banjo basil beach berry
  birch bison blaze bloom board bonus brave bread brick brook brush cabin cable camel candy canoe cargo
  cedar chalk charm cheer chess chief cider cigar civic cloud clown coach cobra cocoa comet coral crane
  cream daisy dance delta denim diary diner disco dizzy dough dozen draft dress eagle earth ebony elbow
  equal event fairy fancy feast fiber field flame flute focus forum frost fruit fudge gecko giant glide
  globe grape green guest habit happy haven hazel hobby honey horse hotel humor igloo image index ivory
  jelly jewel joker juice jumbo karma kayak kiosk koala label laser latch lemon light lilac llama logic
  lotus lucky lunar magic mango maple marsh medal midas model motor mount mouse movie music nacho noble
  north novel nurse nylon oasis olive onion opera orbit otter oxide ozone paint panda paper party pasta
  patio pearl penny piano pilot pixel pizza plaid plant plaza poppy prism proud quail queen quiet radar
  radio ranch rhino ridge river robin robot royal rugby salad salsa sauna scarf scout seven shark shell
  shirt sigma smile solar sonic spice spoon squid stamp steam stone storm sugar sunny sushi swing tiger
  toast topaz torch tower train trout tulip ultra uncle urban vapor venus video villa vinyl vivid vocal
  wagon waltz water whale wheat white witch world yacht young zebra
`
  .trim()
  .split(/\s+/);
