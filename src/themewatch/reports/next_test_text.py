"""What to test next as plain text, for a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from themewatch.charts.sentences import stage_name, theme_name
from themewatch.charts.surer_words import surer_words
from themewatch.domain.next_test import Proposal, ThemeTests
from themewatch.domain.release import Release
from themewatch.domain.theme import Theme
from themewatch.words import _

SHOWN = 3


def tests_text(ranked: Sequence[ThemeTests], releases: Mapping[str, Release]) -> str:
    """Write each theme with its first tests, and where to test them."""
    blocks = ["\n".join(_theme(tests, releases)) for tests in ranked]
    return "\n\n".join(blocks) + "\n"


def _theme(tests: ThemeTests, releases: Mapping[str, Release]) -> Iterator[str]:
    yield f"{theme_name(tests.theme)}. {surer_words(tests.surer)}"
    for proposal in tests.candidates[:SHOWN]:
        yield f"  - {_test(tests.theme, proposal, releases)}"


def _test(theme: Theme, proposal: Proposal, releases: Mapping[str, Release]) -> str:
    release = releases.get(proposal.release or "")
    on = f"{release.model} ({release.vendor})" if release else _("any tool you use")
    if proposal.claim is None:
        watched = theme.signal(proposal.signal).name if proposal.signal else theme.name
        said = _("{signal}: no open claim speaks of it").format(signal=_(watched))
    else:
        text = " ".join(proposal.claim.claim.text.split())
        said = _("claims: {text}").format(text=text)
    if proposal.stage is not None:
        return f"{on}: {said} [{stage_name(proposal.stage)}]"
    return f"{on}: {said}"
