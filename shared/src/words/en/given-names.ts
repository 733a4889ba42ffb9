// The words that given names are made of: kind, short, and easy to read out.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const givenNameWords = {
  manners: words(`
    Brave Bright Calm Clever Cosy Curious Daring Early Gentle Golden Happy Honest Jolly Keen Kind Lively Lucky
    Merry Mighty Nimble Noble Plucky Polite Proud Quick Quiet Ready Royal Sharp Shiny Silent Smart Snug Sunny
    Swift Tidy Tiny Warm Wise Witty`),
  animals: words(`
    Badger Bear Beaver Bison Crane Crow Deer Dolphin Eagle Falcon Ferret Finch Fox Gecko Hare Heron Ibis Jay Koala
    Lark Lion Llama Lynx Magpie Marten Mole Moose Newt Otter Owl Panda Penguin Puffin Quail Raven Robin Seal Sloth
    Stork Swan Tiger Toad Trout Turtle Walrus Wolf Wombat Wren Yak Zebra`),
};
