"""Reference styles: house styles (IEEE, ACM, APA, Chicago, Vancouver) and the formatting styles of pybtex.

Each house style is a module with one function, `compose`, which turns `WorkFields` into a `Text`. They all
use `name_lists`, `date_forms`, `sentence_case` and `punctuation`. `registry` lists all styles and caches
references. Each style has its own format for names, and its own rule for et al., which never hides the owner.
"""
