<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>Agenda</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
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
    <name>liaison::AgendaModel</name>
    <message numerus="yes">
        <source>Next %Ln days</source>
        <translation>
            <numerusform>Next %Ln day</numerusform>
            <numerusform>Next %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::AgendaMonthModel</name>
    <message numerus="yes">
        <source>%1, %Ln items: %2</source>
        <translation>
            <numerusform>%1, %Ln item: %2</numerusform>
            <numerusform>%1, %Ln items: %2</numerusform>
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
        <source>%Ln territories</source>
        <translation>
            <numerusform>%Ln territory</numerusform>
            <numerusform>%Ln territories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ComparePane</name>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln cell</numerusform>
            <numerusform>%Ln cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln cells</source>
        <translation>
            <numerusform>%L1 of %Ln cell</numerusform>
            <numerusform>%L1 of %Ln cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ContactInspector</name>
    <message numerus="yes">
        <source>%Ln earlier</source>
        <translation>
            <numerusform>%Ln earlier</numerusform>
            <numerusform>%Ln earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::EarlierMap</name>
    <message numerus="yes">
        <source>%Ln territories changed since</source>
        <translation>
            <numerusform>%Ln territory changed since</numerusform>
            <numerusform>%Ln territories changed since</numerusform>
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
        <source>Import %Ln values</source>
        <translation>
            <numerusform>Import %Ln value</numerusform>
            <numerusform>Import %Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::InspectorPane</name>
    <message numerus="yes">
        <source>%Ln earlier values</source>
        <translation>
            <numerusform>%Ln earlier value</numerusform>
            <numerusform>%Ln earlier values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::MainWindow</name>
    <message numerus="yes">
        <source>%Ln conflicts</source>
        <translation>
            <numerusform>%Ln conflict</numerusform>
            <numerusform>%Ln conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::MapPane</name>
    <message numerus="yes">
        <source>%Ln indicators, every territory the same size</source>
        <translation>
            <numerusform>%Ln indicator, every territory the same size</numerusform>
            <numerusform>%Ln indicators, every territory the same size</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::MonthDelegate</name>
    <message numerus="yes">
        <source>+%Ln more</source>
        <translation>
            <numerusform>+%Ln more</numerusform>
            <numerusform>+%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::NavigationButton</name>
    <message numerus="yes">
        <source>%1, %Ln waiting</source>
        <translation>
            <numerusform>%1, %Ln waiting</numerusform>
            <numerusform>%1, %Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::PeoplePage</name>
    <message numerus="yes">
        <source>%Ln persons</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organisations</source>
        <translation>
            <numerusform>%Ln organisation</numerusform>
            <numerusform>%Ln organisations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::PresencePage</name>
    <message numerus="yes">
        <source>%Ln cells changed</source>
        <translation>
            <numerusform>%Ln cell changed</numerusform>
            <numerusform>%Ln cells changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln territories</source>
        <translation>
            <numerusform>%1, %Ln territory</numerusform>
            <numerusform>%1, %Ln territories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names here are reconstructed (dotted line; ? where the evidence is weak): the table they come from had lost them. The values are the table’s.</source>
        <translation>
            <numerusform>%Ln name here is reconstructed (dotted line; ? where the evidence is weak): the table it comes from had lost it. The values are the table’s.</numerusform>
            <numerusform>%Ln names here are reconstructed (dotted line; ? where the evidence is weak): the table they come from had lost them. The values are the table’s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln values kept: in conflict</source>
        <translation>
            <numerusform>%Ln value kept: in conflict</numerusform>
            <numerusform>%Ln values kept: in conflict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln values kept: changed since by %1</source>
        <translation>
            <numerusform>%Ln value kept: changed since by %1</numerusform>
            <numerusform>%Ln values kept: changed since by %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::Presentation</name>
    <message numerus="yes">
        <source>%Ln territories</source>
        <translation>
            <numerusform>%Ln territory</numerusform>
            <numerusform>%Ln territories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ProgrammeInspector</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier activities</source>
        <translation>
            <numerusform>%Ln earlier activity</numerusform>
            <numerusform>%Ln earlier activities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ProgrammesModel</name>
    <message numerus="yes">
        <source>%1 %2, %Ln programmes</source>
        <translation>
            <numerusform>%1 %2, %Ln programme</numerusform>
            <numerusform>%1 %2, %Ln programmes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln programmes</source>
        <translation>
            <numerusform>%Ln programme</numerusform>
            <numerusform>%Ln programmes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ProgrammesPage</name>
    <message numerus="yes">
        <source>%Ln projects</source>
        <translation>
            <numerusform>%Ln project</numerusform>
            <numerusform>%Ln projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln programmes</source>
        <translation>
            <numerusform>%Ln programme</numerusform>
            <numerusform>%Ln programmes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ProjectTableModel</name>
    <message numerus="yes">
        <source>late %Ln days</source>
        <translation>
            <numerusform>late %Ln day</numerusform>
            <numerusform>late %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::RecordHistory</name>
    <message numerus="yes">
        <source>and %Ln earlier changes</source>
        <translation>
            <numerusform>and %Ln earlier change</numerusform>
            <numerusform>and %Ln earlier changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::RestoreDialog</name>
    <message numerus="yes">
        <source>It lacks %Ln edits of the open file.</source>
        <translation>
            <numerusform>It lacks %Ln edit of the open file.</numerusform>
            <numerusform>It lacks %Ln edits of the open file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %Ln edits that the open file lacks.</source>
        <translation>
            <numerusform>It holds %Ln edit that the open file lacks.</numerusform>
            <numerusform>It holds %Ln edits that the open file lacks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells of today&apos;s board would read otherwise.</source>
        <translation>
            <numerusform>%Ln cell of today&apos;s board would read otherwise.</numerusform>
            <numerusform>%Ln cells of today&apos;s board would read otherwise.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::RowsBehind</name>
    <message numerus="yes">
        <source>%Ln rows; each counts once, however many speak of it.</source>
        <translation>
            <numerusform>%Ln row.</numerusform>
            <numerusform>%Ln rows; each counts once, however many speak of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::SettleDetail</name>
    <message numerus="yes">
        <source>%Ln conflicts settled: your values are kept</source>
        <translation>
            <numerusform>%Ln conflict settled: your value is kept</numerusform>
            <numerusform>%Ln conflicts settled: your values are kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::SettlePage</name>
    <message numerus="yes">
        <source>%Ln things wait</source>
        <translation>
            <numerusform>%Ln thing waits</numerusform>
            <numerusform>%Ln things wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::TaskLines</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::TimeLine</name>
    <message numerus="yes">
        <source>%1: %Ln changes</source>
        <translation>
            <numerusform>%1: %Ln change</numerusform>
            <numerusform>%1: %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::TrendsPane</name>
    <message numerus="yes">
        <source>over %Ln years old</source>
        <translation>
            <numerusform>over %Ln year old</numerusform>
            <numerusform>over %Ln years old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %Ln months old</source>
        <translation>
            <numerusform>over %Ln month old</numerusform>
            <numerusform>over %Ln months old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %Ln observations</source>
        <translation>
            <numerusform>%1, %2: %Ln observation</numerusform>
            <numerusform>%1, %2: %Ln observations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::TrendsView</name>
    <message numerus="yes">
        <source>%Ln observations</source>
        <translation>
            <numerusform>%Ln observation</numerusform>
            <numerusform>%Ln observations</numerusform>
        </translation>
    </message>
</context>
</TS>
