<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>NewFile</name>
    <message numerus="yes">
        <source>%n territories</source>
        <translation>
            <numerusform>%n territory</numerusform>
            <numerusform>%n territories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message numerus="yes">
        <source>%n territories</source>
        <translation>
            <numerusform>%n territory</numerusform>
            <numerusform>%n territories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names on this board are a reconstruction.</source>
        <translation>
            <numerusform>%n name on this board is a reconstruction.</numerusform>
            <numerusform>%n names on this board are a reconstruction.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>import: %1: %n places are refused; nothing was written</source>
        <translation>
            <numerusform>import: %1: %n place is refused; nothing was written</numerusform>
            <numerusform>import: %1: %n places are refused; nothing was written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::BoardReport</name>
    <message numerus="yes">
        <source>%1 in %2 of %n territories (%3 in all)</source>
        <translation>
            <numerusform>%1 in %2 of %n territory (%3 in all)</numerusform>
            <numerusform>%1 in %2 of %n territories (%3 in all)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values without a source</source>
        <translation>
            <numerusform>%n value without a source</numerusform>
            <numerusform>%n values without a source</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>≈ %n of %1 territory names are reconstructed, not confirmed</source>
        <translation>
            <numerusform>≈ %n of %1 territory names is reconstructed, not confirmed</numerusform>
            <numerusform>≈ %n of %1 territory names are reconstructed, not confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n territories</source>
        <translation>
            <numerusform>%n territory</numerusform>
            <numerusform>%n territories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n indicators</source>
        <translation>
            <numerusform>%n indicator</numerusform>
            <numerusform>%n indicators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n names in this report are a reconstruction that nobody has confirmed.</source>
        <translation>
            <numerusform>The %n name in this report is a reconstruction that nobody has confirmed.</numerusform>
            <numerusform>The %n names in this report are a reconstruction that nobody has confirmed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the %1 names in this report are a reconstruction that nobody has confirmed.</source>
        <translation>
            <numerusform>%n of the %1 names in this report is a reconstruction that nobody has confirmed.</numerusform>
            <numerusform>%n of the %1 names in this report are a reconstruction that nobody has confirmed.</numerusform>
        </translation>
    </message>
</context>
</TS>
