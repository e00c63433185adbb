"""The addresses of every page, with what its furnished server holds."""

PLACES = {
    "map": "/",
    "theme": "/theme?theme=consistency",
    "note": "/log?theme=consistency",
    "claim": "/log?claim=c-vision",
    "release-form": "/log?log=release",
    "view-form": "/log?log=view",
    "releases": "/releases",
    "release": "/release?release=acme-vision-1",
    "record": "/record?id=n-first",
    "hostile": "/record?id=n-hostile",
    "nothing": "/record?id=nope",
    "ahead": "/ahead",
    "forecasts": "/ahead?view=forecasts",
    "checkpoint": "/record?id=k-due",
    "forecast": "/record?id=f-own",
    "inbox": "/inbox",
    "decided": "/inbox?view=decided",
    "feeds": "/feeds",
}
