# expected: multi-test, overlap
# found: overlap 19:19, multi-test 47:7
# %%
import numpy as np
import os, cv2
from sklearn.model_selection import train_test_split
from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D, Flatten, Dense
# %%
IMG = 64
def load_dir(d, lab):
    xs, ys = [], []
    for f in os.listdir(d):
        im = cv2.imread(os.path.join(d, f), 0)
        im = cv2.resize(im, (IMG, IMG))
        xs.append(im)
        ys.append(lab)
        # augmentation
        xs.append(cv2.flip(im, 1))
        ys.append(lab)
        xs.append(cv2.GaussianBlur(im, (3, 3), 0))
        ys.append(lab)
    return xs, ys
# %%
a, la = load_dir('brain/yes', 1)
b, lb = load_dir('brain/no', 0)
X = np.array(a + b).reshape(-1, IMG, IMG, 1) / 255.0
y = np.array(la + lb)
print(X.shape)
# %%
x_train, x_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
# %%
m1 = Sequential([Flatten(input_shape=(IMG, IMG, 1)), Dense(128, activation='relu'), Dense(1, activation='sigmoid')])
m1.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
m1.fit(x_train, y_train, epochs=10)
print(m1.evaluate(x_test, y_test))
# %%
m2 = Sequential()
m2.add(Conv2D(32, 3, activation='relu', input_shape=(IMG, IMG, 1)))
m2.add(MaxPooling2D())
m2.add(Conv2D(64, 3, activation='relu'))
m2.add(MaxPooling2D())
m2.add(Flatten())
m2.add(Dense(1, activation='sigmoid'))
m2.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
m2.fit(x_train, y_train, epochs=10)
print(m2.evaluate(x_test, y_test))
