# expected: preprocessing
# found: preprocessing 10:23, preprocessing 11:50, preprocessing 18:32, preprocessing 18:53
# %%
import pandas as pd
import numpy as np
# %%
titanic = pd.read_csv('titanic_train.csv')
titanic.isna().sum()
# %%
titanic['Age'].fillna(titanic['Age'].median(), inplace=True)
titanic['Embarked'] = titanic['Embarked'].fillna(titanic['Embarked'].mode()[0])
titanic.drop(['Cabin', 'Name', 'Ticket', 'PassengerId'], axis=1, inplace=True)
# %%
titanic['Sex'] = titanic['Sex'].map({'male': 0, 'female': 1})
titanic = pd.get_dummies(titanic, columns=['Embarked'])
# %%
for c in ['Age', 'Fare']:
    titanic[c] = (titanic[c] - titanic[c].mean()) / titanic[c].std()
titanic.head()
# %%
msk = np.random.rand(len(titanic)) < 0.8
train = titanic[msk]
test = titanic[~msk]
print(len(train), len(test))
# %%
from sklearn.linear_model import LogisticRegression
feats = [c for c in titanic.columns if c != 'Survived']
logreg = LogisticRegression(solver='liblinear')
logreg.fit(train[feats], train['Survived'])
# %%
yhat = logreg.predict(test[feats])
print('acc', (yhat == test['Survived']).mean())
# %%
pd.crosstab(test['Survived'], yhat)
