# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import Ridge

def split(frame, target):
    X, y = frame.drop(target, axis=1), frame[target]
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
    return X_train, X_test, y_train, y_test

def scale(train, test):
    scaler = StandardScaler()
    return scaler.fit_transform(train), scaler.transform(test)

def main():
    X_train, X_test, y_train, y_test = split(pd.read_csv('data.csv'), 'y')
    X_train, X_test = scale(X_train, X_test)
    ridge = Ridge(alpha=1.0)
    ridge.fit(X_train, y_train)
    print(ridge.score(X_test, y_test))

main()
