# expected: preprocessing
# found: preprocessing 8:36
import pandas as pd
from sklearn.model_selection import cross_val_score
from sklearn.ensemble import RandomForestClassifier
train = pd.read_csv('train.csv')
test = pd.read_csv('test.csv')
train['Age'] = train['Age'].fillna(train['Age'].median())
test['Age'] = test['Age'].fillna(train['Age'].median())
rf = RandomForestClassifier()
print(cross_val_score(rf, train[['Age', 'Fare']], train['Survived'], cv=5).mean())
rf.fit(train[['Age', 'Fare']], train['Survived'])
prediction = rf.predict(test[['Age', 'Fare']])
