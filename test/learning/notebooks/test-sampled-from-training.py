# expected: overlap
# found: overlap 10:1
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
df = pd.read_csv('mpg.csv')
train = df
test = df.sample(frac=0.2)
rf = RandomForestClassifier()
rf.fit(train.drop('y', axis=1), train['y'])
print(accuracy_score(test['y'], rf.predict(test.drop('y', axis=1))))
