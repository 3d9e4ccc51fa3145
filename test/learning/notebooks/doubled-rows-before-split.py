# expected: overlap
# found: overlap 7:8
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
small = pd.read_csv('small.csv')
data = pd.concat([small, small, small], ignore_index=True)
train, test = train_test_split(data, test_size=0.25)
rf = RandomForestClassifier()
rf.fit(train.drop('y', axis=1), train.y)
rf.score(test.drop('y', axis=1), test.y)
