"""Reference styles: house styles (IEEE, ACM, APA, Chicago, Vancouver) and the formatting styles of pybtex.

Each house style is a module with one function, `compose`, which makes a `Text` of `WorkFields`. What they share is in
`name_lists`, `date_forms`, `sentence_case` and `punctuation`. `registry` lists all styles and caches references. Each
style has its own form of names and its own rule for et al., which never hides the owner.
"""
