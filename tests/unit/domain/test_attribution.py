from themewatch.domain.attribution import Attribution, Effect


def test_a_position_is_the_sum_of_its_parts():
    attribution = Attribution(
        start=1.0,
        notes=(Effect("a", 0.5), Effect("b", -0.25)),
        views=(Effect("c", 0.125),),
        elsewhere=-0.0625,
    )
    assert attribution.position == 1.3125


def test_without_evidence_the_position_is_the_start():
    assert Attribution(1.28, (), (), 0.0).position == 1.28


def test_tests_and_views_are_summed_apart():
    parts = Attribution(1.0, (Effect("a", 0.5),), (Effect("b", 0.25),), 0.0)
    assert (parts.tested, parts.viewed) == (0.5, 0.25)
