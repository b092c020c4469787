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
    <message numerus="yes">
        <source>%n read from records of the file</source>
        <translation>
            <numerusform>%n read from records of the file</numerusform>
            <numerusform>%n read from records of the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier ones</source>
        <translation>
            <numerusform>and %n earlier one</numerusform>
            <numerusform>and %n earlier ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::BoardTotals</name>
    <message numerus="yes">
        <source>%n territories</source>
        <translation>
            <numerusform>%n territory</numerusform>
            <numerusform>%n territories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ComparePane</name>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %n cells</source>
        <translation>
            <numerusform>%L1 of %n cell</numerusform>
            <numerusform>%L1 of %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::EarlierMap</name>
    <message numerus="yes">
        <source>%n territories changed since</source>
        <translation>
            <numerusform>%n territory changed since</numerusform>
            <numerusform>%n territories changed since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::Editor</name>
    <message numerus="yes">
        <source>Settle %n conflicts</source>
        <translation>
            <numerusform>Settle %n conflict</numerusform>
            <numerusform>Settle %n conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ImportDialog</name>
    <message numerus="yes">
        <source>Import %n values</source>
        <translation>
            <numerusform>Import %n value</numerusform>
            <numerusform>Import %n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::InspectorPane</name>
    <message numerus="yes">
        <source>%n earlier values</source>
        <translation>
            <numerusform>%n earlier value</numerusform>
            <numerusform>%n earlier values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::MainWindow</name>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::MapPane</name>
    <message numerus="yes">
        <source>%n indicators, every territory the same size</source>
        <translation>
            <numerusform>%n indicator, every territory the same size</numerusform>
            <numerusform>%n indicators, every territory the same size</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::NavigationButton</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::PresencePage</name>
    <message numerus="yes">
        <source>%n cells changed</source>
        <translation>
            <numerusform>%n cell changed</numerusform>
            <numerusform>%n cells changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n territories</source>
        <translation>
            <numerusform>%1, %n territory</numerusform>
            <numerusform>%1, %n territories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names here are reconstructed (dotted line; ? where the evidence is weak): the table they come from had lost them. The values are the table’s.</source>
        <translation>
            <numerusform>%n name here is reconstructed (dotted line; ? where the evidence is weak): the table it comes from had lost it. The values are the table’s.</numerusform>
            <numerusform>%n names here are reconstructed (dotted line; ? where the evidence is weak): the table they come from had lost them. The values are the table’s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values kept: in conflict</source>
        <translation>
            <numerusform>%n value kept: in conflict</numerusform>
            <numerusform>%n values kept: in conflict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values kept: changed since by %1</source>
        <translation>
            <numerusform>%n value kept: changed since by %1</numerusform>
            <numerusform>%n values kept: changed since by %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::Presentation</name>
    <message numerus="yes">
        <source>%n territories</source>
        <translation>
            <numerusform>%n territory</numerusform>
            <numerusform>%n territories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::RecordHistory</name>
    <message numerus="yes">
        <source>and %n earlier changes</source>
        <translation>
            <numerusform>and %n earlier change</numerusform>
            <numerusform>and %n earlier changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::RecordsWindow</name>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::RestoreDialog</name>
    <message numerus="yes">
        <source>It lacks %n edits of the open file.</source>
        <translation>
            <numerusform>It lacks %n edit of the open file.</numerusform>
            <numerusform>It lacks %n edits of the open file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %n edits that the open file lacks.</source>
        <translation>
            <numerusform>It holds %n edit that the open file lacks.</numerusform>
            <numerusform>It holds %n edits that the open file lacks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells of today&apos;s board would read otherwise.</source>
        <translation>
            <numerusform>%n cell of today&apos;s board would read otherwise.</numerusform>
            <numerusform>%n cells of today&apos;s board would read otherwise.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::SettleDetail</name>
    <message numerus="yes">
        <source>%n conflicts settled: your values are kept</source>
        <translation>
            <numerusform>%n conflict settled: your value is kept</numerusform>
            <numerusform>%n conflicts settled: your values are kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::SettlePage</name>
    <message numerus="yes">
        <source>%n things wait</source>
        <translation>
            <numerusform>%n thing waits</numerusform>
            <numerusform>%n things wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::TimeLine</name>
    <message numerus="yes">
        <source>%1: %n changes</source>
        <translation>
            <numerusform>%1: %n change</numerusform>
            <numerusform>%1: %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::TrendsPane</name>
    <message numerus="yes">
        <source>over %n years old</source>
        <translation>
            <numerusform>over %n year old</numerusform>
            <numerusform>over %n years old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %n months old</source>
        <translation>
            <numerusform>over %n month old</numerusform>
            <numerusform>over %n months old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %n observations</source>
        <translation>
            <numerusform>%1, %2: %n observation</numerusform>
            <numerusform>%1, %2: %n observations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::TrendsView</name>
    <message numerus="yes">
        <source>%n observations</source>
        <translation>
            <numerusform>%n observation</numerusform>
            <numerusform>%n observations</numerusform>
        </translation>
    </message>
</context>
</TS>
