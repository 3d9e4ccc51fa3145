# expected: preprocessing
# found: preprocessing 12:46
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression

train_df = pd.read_csv('train.csv')
test_df = pd.read_csv('test.csv')
combine = [train_df, test_df]
for dataset in combine:
    dataset['Sex'] = dataset['Sex'].map({'female': 1, 'male': 0}).astype(int)
    dataset['Fare'] = dataset['Fare'].fillna(dataset['Fare'].median())
X = train_df.drop('Survived', axis=1)
Y = train_df['Survived']
X_train, X_val, Y_train, Y_val = train_test_split(X, Y, test_size=0.2)
logreg = LogisticRegression()
logreg.fit(X_train, Y_train)
print(logreg.score(X_val, Y_val))
