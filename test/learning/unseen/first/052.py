# expected: overlap
# found: overlap 45:23
# %%
from google.colab import drive
drive.mount('/content/gdrive')

# %%
import os
import cv2
import numpy as np
import matplotlib.pyplot as plt
from tqdm import tqdm
from sklearn.model_selection import train_test_split
from sklearn.metrics import classification_report
from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D, Flatten, Dense, Dropout
from keras.utils import to_categorical

# %%
ROOT = '/content/gdrive/My Drive/brain_tumor_dataset/'
images, labels = [], []
for lab, folder in enumerate(['no', 'yes']):
    for f in tqdm(os.listdir(ROOT + folder)):
        img = cv2.imread(os.path.join(ROOT, folder, f))
        if img is None:
            continue
        img = cv2.resize(img, (128, 128))
        images.append(img)
        labels.append(lab)
images = np.array(images)
labels = np.array(labels)
print(images.shape, labels.sum())

# %%
plt.imshow(images[0]); plt.title(labels[0]); plt.show()

# %% [markdown]
# Only 253 images so we do augmentation: flips and rotations

# %%
aug_images, aug_labels = [], []
for img, lab in zip(images, labels):
    aug_images.append(img)
    aug_labels.append(lab)
    aug_images.append(cv2.flip(img, 1))
    aug_labels.append(lab)
    aug_images.append(cv2.flip(img, 0))
    aug_labels.append(lab)
    aug_images.append(cv2.rotate(img, cv2.ROTATE_90_CLOCKWISE))
    aug_labels.append(lab)
X = np.array(aug_images).astype('float32') / 255.0
y = to_categorical(aug_labels, 2)
print(X.shape)

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)

# %%
model = Sequential()
model.add(Conv2D(32, (3, 3), activation='relu', input_shape=(128, 128, 3)))
model.add(MaxPooling2D((2, 2)))
model.add(Conv2D(64, (3, 3), activation='relu'))
model.add(MaxPooling2D((2, 2)))
model.add(Flatten())
model.add(Dense(128, activation='relu'))
model.add(Dropout(0.4))
model.add(Dense(2, activation='softmax'))
model.compile('adam', loss='categorical_crossentropy', metrics=['accuracy'])

# %%
h = model.fit(X_train, y_train, epochs=25, batch_size=40, verbose=1)

# %%
plt.plot(h.history['accuracy'])
plt.show()

# %%
print(model.evaluate(X_test, y_test))
pred = model.predict(X_test).argmax(axis=1)
print(classification_report(y_test.argmax(axis=1), pred))
