# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
def impute_age(cols):
    age, pclass = cols
    if pd.isnull(age):
        return 37 if pclass == 1 else 24
    return age
train = pd.read_csv('titanic_train.csv')
train['Age'] = train[['Age', 'Pclass']].apply(impute_age, axis=1)
train.drop('Cabin', axis=1, inplace=True)
train.dropna(inplace=True)
sex = pd.get_dummies(train['Sex'], drop_first=True)
train = pd.concat([train, sex], axis=1)
X_train, X_test, y_train, y_test = train_test_split(train.drop('Survived', axis=1), train['Survived'], test_size=0.30)
logmodel = LogisticRegression()
logmodel.fit(X_train, y_train)
predictions = logmodel.predict(X_test)
